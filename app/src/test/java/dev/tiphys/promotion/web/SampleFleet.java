package dev.tiphys.promotion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.argo.cd.Clusters.Cluster;
import dev.tiphys.argo.cd.Source;
import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetCluster;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.fleet.FleetSource;
import dev.tiphys.fleet.Reversion;

/// A fleet to draw: four environments, told row by row.
public final class SampleFleet implements FleetSnapshot {

    public static final Instant NOW = Instant.parse("2026-11-20T14:04:00Z");
    private static final List<String> ENVIRONMENTS = List.of("dev", "stage", "prod-east", "prod-west");
    private static final List<String> REGIONS = List.of("eu-central-1", "europe-west1", "us-east-1", "us-west-2");
    private static final List<String> CLOUDS = List.of("aws", "gcp", "aws", "azure");

    private final List<FleetApplication> applications = new ArrayList<>();
    private final List<FleetCluster> clusters = new ArrayList<>();
    private FleetSource source = new FleetSource("hub", NOW.minusSeconds(1), "");

    public SampleFleet(int clustersPerEnvironment) {
        for (int index = 0; index < 4; index++) {
            for (int number = 1; number <= clustersPerEnvironment; number++) {
                String name = clusterName(ENVIRONMENTS.get(index), number, clustersPerEnvironment);
                clusters.add(cluster(name, index, "Successful"));
            }
        }
    }

    private static String clusterName(String environment, int number, int all) {
        return all == 1 ? environment : "%s-%02d".formatted(environment, number);
    }

    private static FleetCluster cluster(String name, int index, String connection) {
        String environment = ENVIRONMENTS.get(index);
        return new FleetCluster("hub", new Cluster(name, "https://" + name, Map.of("environment",
                environment.replaceAll("-.*", ""), "region", REGIONS.get(index), "cloud-provider", CLOUDS.get(index)),
                "v1.34.2", connection, connection.equals("Failed") ? "dial tcp: i/o timeout" : "",
                NOW.minusSeconds(4L + name.length()), 6), environment);
    }

    /// A service with its version in each environment, the first cluster of each first; `v5|v4` stands for a mixed
    /// environment, `-` for none.
    public SampleFleet service(String name, String team, String... versions) {
        for (int index = 0; index < versions.length; index++) {
            String environment = ENVIRONMENTS.get(index);
            List<String> mixed = List.of(versions[index].split("\\|", -1));
            List<FleetCluster> there = clusters.stream().filter(cluster -> cluster.environment().equals(environment))
                    .toList();
            for (int number = 0; number < there.size() && !versions[index].equals("-"); number++) {
                applications.add(application(name, team, there.get(number).name(), environment,
                        mixed.get(number * mixed.size() / there.size()), "Healthy", 1 + index * 3L));
            }
        }
        return this;
    }

    private static FleetApplication application(String service, String team, String cluster, String environment,
            String version, String health, long days) {
        var summary = new ApplicationSummary(ApplicationRef.of("shop", service + "-" + cluster),
                Map.of("tiphys.dev/service", service), Map.of(), cluster, "https://" + cluster, service,
                new Source("https://git.example/shop", service, "", "main", List.of(), Map.of()), false, false,
                "Synced", "9f1c2ab", health, "Succeeded", NOW.minus(Duration.ofDays(days)),
                NOW.minus(Duration.ofDays(days)), List.of(), NOW.minus(Duration.ofDays(90)), false);
        return new FleetApplication("hub", summary, service, team, environment, version, "kustomize-image",
                "registry.example/" + service, true, "");
    }

    /// Changes the health of a service in an environment.
    public SampleFleet health(String service, String environment, String health) {
        applications.replaceAll(known -> known.service().equals(service) && known.environment().equals(environment)
                ? application(service, known.team(), known.cluster(), environment, known.version(), health, 0)
                : known);
        return this;
    }

    /// Lets a cluster go away.
    public SampleFleet away(String cluster) {
        clusters.replaceAll(known -> known.name().equals(cluster)
                ? cluster(cluster, ENVIRONMENTS.indexOf(known.environment()), "Failed")
                : known);
        applications.replaceAll(known -> known.cluster().equals(cluster)
                ? new FleetApplication(known.argoCd(), known.summary(), known.service(), known.team(),
                        known.environment(), known.version(), known.mechanism(), known.versioned(), false,
                        known.distrust())
                : known);
        return this;
    }

    /// Lets Argo CD be silent.
    public SampleFleet silent(@Nullable Instant since, String trouble) {
        source = new FleetSource("hub", since, trouble);
        return this;
    }

    @Override
    public Instant asOf() {
        return source.asOf() == null ? Instant.EPOCH : source.asOf();
    }

    @Override
    public List<FleetSource> sources() {
        return List.of(source);
    }

    @Override
    public List<Environment> environments() {
        List<Environment> all = new ArrayList<>();
        for (int index = 0; index < 4; index++) {
            all.add(new Environment(ENVIRONMENTS.get(index), index, Map.of("environment", ENVIRONMENTS.get(index)),
                    index == 0 ? List.of() : List.of(ENVIRONMENTS.get(index - 1)), index == 2, 1,
                    Duration.ofSeconds(60)));
        }
        return all;
    }

    @Override
    public List<FleetCluster> clusters() {
        return List.copyOf(clusters);
    }

    @Override
    public SequencedCollection<FleetApplication> applications() {
        return List.copyOf(applications);
    }

    @Override
    public SequencedCollection<String> services() {
        return applications.stream().map(FleetApplication::service).distinct().sorted().toList();
    }

    @Override
    public List<FleetApplication> applicationsOf(String service) {
        return applications.stream().filter(application -> application.service().equals(service)).toList();
    }

    @Override
    public Optional<FleetApplication> findApplication(ApplicationRef ref) {
        return applications.stream().filter(application -> application.ref().equals(ref)).findFirst();
    }

    @Override
    public Optional<FleetApplication> findApplication(String name) {
        return applications.stream().filter(application -> application.ref().name().equals(name)).findFirst();
    }

    @Override
    public Optional<FleetCluster> findCluster(String name) {
        return clusters.stream().filter(cluster -> cluster.name().equals(name)).findFirst();
    }

    @Override
    public Reversion reversionOf(FleetApplication application) {
        return Reversion.NEVER;
    }
}
