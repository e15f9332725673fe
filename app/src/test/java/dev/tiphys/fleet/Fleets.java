package dev.tiphys.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.argo.cd.Clusters.Cluster;
import dev.tiphys.argo.cd.Source;

/// Small fleets to test with, said in sentences.
public final class Fleets {

    public static final Environment DEV = environment("dev", 0, Map.of("environment", "dev"), List.of());
    public static final Environment STAGE = environment("stage", 1, Map.of("environment", "stage"), List.of("dev"));
    public static final Environment PROD_EAST = environment("prod-east", 2,
            Map.of("environment", "prod", "region", "us-east-1"), List.of("stage"));

    private Fleets() {
    }

    private static Environment environment(String name, int position, Map<String, String> labels, List<String> after) {
        return new Environment(name, position, labels, after, false, 1, Duration.ofSeconds(60));
    }

    public static Cluster cluster(String name, Map<String, String> labels) {
        return new Cluster(name, "https://" + name, labels, "1.34", "Successful", "", null, 1);
    }

    public static ApplicationSummary checkout(String environment, String version) {
        return application("checkout", environment, new Source("https://git/shop", "checkout", "", "main",
                List.of("registry.example/checkout:" + version), Map.of()),
                Map.of("tiphys.dev/image", "registry.example/checkout"), List.of());
    }

    /// An application whose label claims a service, from a project of one's own choice.
    public static ApplicationSummary claimedFrom(String project, String service, String cluster) {
        return new ApplicationSummary(ApplicationRef.of(project, "evil-" + cluster),
                Map.of("tiphys.dev/service", service, "tiphys.dev/team", "payments-team"), Map.of(), cluster,
                "https://" + cluster, service, Source.NONE, false, false, "Synced", "", "Healthy", "", null, null,
                List.of(), null, false);
    }

    public static ApplicationSummary application(String service, String cluster, Source source,
            Map<String, String> annotations, List<String> images) {
        return new ApplicationSummary(ApplicationRef.of("shop", service + "-" + cluster),
                Map.of("tiphys.dev/service", service, "tiphys.dev/team", "payments-team"), annotations, cluster,
                "https://" + cluster, service, source, false, false, "Synced", "a".repeat(40), "Healthy", "Succeeded",
                null,
                null, images, null, false);
    }
}
