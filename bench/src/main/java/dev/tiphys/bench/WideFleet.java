package dev.tiphys.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.stream.IntStream;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.argo.cd.Source;
import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetCluster;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.fleet.FleetSource;
import dev.tiphys.fleet.Reversion;

/// One service with one application on each of many clusters, in four environments.
record WideFleet(List<Environment> environments, List<FleetApplication> all) implements FleetSnapshot {

    static final String SERVICE = "checkout";
    static final List<String> PLACES = List.of("dev", "stage", "prod-east", "prod-west");

    static WideFleet of(int clusters) {
        List<Environment> environments = IntStream.range(0, PLACES.size())
                .mapToObj(i -> new Environment(PLACES.get(i), i, Map.of("environment", PLACES.get(i)),
                        i == 0 ? List.of() : List.of(PLACES.get(i - 1)), i == 2, 10, Duration.ofMinutes(5)))
                .toList();
        return new WideFleet(environments, IntStream.range(0, clusters)
                .mapToObj(i -> application("cluster-%04d".formatted(i), PLACES.get(i * PLACES.size() / clusters)))
                .toList());
    }

    private static FleetApplication application(String cluster, String environment) {
        ApplicationSummary summary = new ApplicationSummary(ApplicationRef.of("shop", SERVICE + "-" + cluster),
                Map.of("tiphys.dev/service", SERVICE), Map.of(), cluster, "", SERVICE, Source.NONE, false, false,
                "Synced", "", "Healthy", "", null, null, List.of(), null, false);
        return new FleetApplication("main", summary, SERVICE, "shop", environment, "v4", "kustomize-image",
                "registry.example/" + SERVICE, true, "");
    }

    @Override
    public Instant asOf() {
        return Instant.EPOCH;
    }

    @Override
    public List<FleetSource> sources() {
        return List.of();
    }

    @Override
    public List<FleetCluster> clusters() {
        return List.of();
    }

    @Override
    public SequencedCollection<FleetApplication> applications() {
        return all;
    }

    @Override
    public SequencedCollection<String> services() {
        return List.of(SERVICE);
    }

    @Override
    public List<FleetApplication> applicationsOf(String service) {
        return service.equals(SERVICE) ? all : List.of();
    }

    @Override
    public Optional<FleetApplication> findApplication(ApplicationRef ref) {
        return all.stream().filter(application -> application.ref().equals(ref)).findFirst();
    }

    @Override
    public Optional<FleetApplication> findApplication(String name) {
        return all.stream().filter(application -> application.ref().name().equals(name)).findFirst();
    }

    @Override
    public Optional<FleetCluster> findCluster(String name) {
        return Optional.empty();
    }

    @Override
    public Reversion reversionOf(FleetApplication application) {
        return Reversion.NEVER;
    }
}
