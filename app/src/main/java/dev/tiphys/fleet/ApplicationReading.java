package dev.tiphys.fleet;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.identity.ServiceClaim;
import dev.tiphys.identity.ServiceClaims;

/// Puts an Application in its place: labels and annotations tell service and mechanism, the cluster tells the
/// environment, and configuration whether the service may be claimed and by whom.
final class ApplicationReading {

    private final List<Environment> environments;
    private final ServiceClaims claims;

    ApplicationReading(List<Environment> environments, ServiceClaims claims) {
        this.environments = environments;
        this.claims = claims;
    }

    FleetApplication read(String argoCd, ApplicationSummary summary, @Nullable FleetCluster cluster) {
        String mechanism = mechanism(summary.annotations());
        String subject = subject(mechanism, summary.annotations());
        String service = service(summary.labels());
        ServiceClaim claim = service.isEmpty()
                ? ServiceClaim.trusted("")
                : claims.judge(argoCd, summary.ref().project(), service);
        return new FleetApplication(argoCd, cluster == null ? summary : summary.inCluster(cluster.name()),
                service, claim.team(), cluster == null ? "" : cluster.environment(),
                VersionReading.version(summary, mechanism, subject), mechanism, subject,
                cluster == null || cluster.isReachable(), claim.distrust());
    }

    String environment(Map<String, String> clusterLabels) {
        return environments.stream().filter(environment -> environment.contains(clusterLabels))
                .map(Environment::name).findFirst().orElse("");
    }

    private static String service(Map<String, String> labels) {
        for (String label : List.of("tiphys.dev/service", "app.kubernetes.io/part-of", "app.kubernetes.io/name")) {
            String value = labels.getOrDefault(label, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String mechanism(Map<String, String> annotations) {
        String named = annotations.getOrDefault("tiphys.dev/mechanism", "");
        return named.isEmpty() && annotations.containsKey("tiphys.dev/image") ? "kustomize-image" : named;
    }

    private static String subject(String mechanism, Map<String, String> annotations) {
        return switch (mechanism) {
            case "kustomize-image" -> annotations.getOrDefault("tiphys.dev/image", "");
            case "helm-parameter" -> annotations.getOrDefault("tiphys.dev/parameter", "image.tag");
            default -> "";
        };
    }
}
