package dev.tiphys.fleet;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.cd.ApplicationSummary;

/// Puts an Application in its place: labels and annotations tell service, team and mechanism, the cluster tells
/// the environment.
final class ApplicationReading {

    private final List<Environment> environments;

    ApplicationReading(List<Environment> environments) {
        this.environments = environments;
    }

    FleetApplication read(String argoCd, ApplicationSummary summary, @Nullable FleetCluster cluster) {
        String mechanism = mechanism(summary.annotations());
        String subject = subject(mechanism, summary.annotations());
        return new FleetApplication(argoCd, cluster == null ? summary : summary.inCluster(cluster.name()),
                service(summary.labels()),
                summary.labels().getOrDefault("tiphys.dev/team", ""), cluster == null ? "" : cluster.environment(),
                VersionReading.version(summary, mechanism, subject), mechanism, subject,
                cluster == null || cluster.isReachable());
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
