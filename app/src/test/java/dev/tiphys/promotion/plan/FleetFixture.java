package dev.tiphys.promotion.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetCluster;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.fleet.FleetSource;
import dev.tiphys.fleet.Reversion;

/// A fleet as a test's sentence: `FleetFixture.demo().with(application("checkout", "prod-east").on("v4"))`.
public record FleetFixture(List<Environment> environments, List<FleetApplication> all,
        Map<String, Reversion> reversions) implements FleetSnapshot {

    public FleetFixture {
        environments = List.copyOf(environments);
        all = all.stream().sorted(Comparator.comparing(FleetApplication::ref)).toList();
    }

    /// dev, stage, prod-east behind an approval, prod-west; `checkout` runs v4 in one application in each.
    public static FleetFixture demo() {
        FleetFixture empty = new FleetFixture(
                List.of(environment("dev", 0), environment("stage", 1, "dev"),
                        production(2, "prod-east", "stage", true),
                        production(3, "prod-west", "prod-east", false)),
                List.of(), Map.of());
        return empty.with(FleetFixture.application("checkout", "dev"), FleetFixture.application("checkout", "stage"),
                FleetFixture.application("checkout", "prod-east"), FleetFixture.application("checkout", "prod-west"));
    }

    public static Environment environment(String name, int position, String... after) {
        return new Environment(name, position, Map.of("environment", name), List.of(after), false, 1,
                Duration.ofSeconds(20));
    }

    private static Environment production(int position, String name, String after, boolean approval) {
        return new Environment(name, position, Map.of("environment", name), List.of(after), approval, 2,
                Duration.ofSeconds(60));
    }

    public static ApplicationFixture application(String service, String environment) {
        return ApplicationFixture.of(service, environment);
    }

    public FleetFixture with(ApplicationFixture... more) {
        List<FleetApplication> applications = new ArrayList<>(all);
        for (ApplicationFixture application : more) {
            applications.removeIf(former -> former.ref().equals(application.build().ref()));
            applications.add(application.build());
        }
        return new FleetFixture(environments, applications, reversions);
    }

    /// The ApplicationSet of this application does, or may, put back what is changed in it.
    public FleetFixture whereTheSet(Reversion reversion, String application) {
        return new FleetFixture(environments, all, Map.of(application, reversion));
    }

    FleetFixture joinedBy(FleetApplication stranger) {
        List<FleetApplication> applications = new ArrayList<>(all);
        applications.add(stranger);
        return new FleetFixture(environments, applications, reversions);
    }

    public FleetFixture without(String application) {
        return new FleetFixture(environments,
                all.stream().filter(other -> !other.ref().name().equals(application)).toList(), reversions);
    }

    public FleetFixture withEnvironments(UnaryOperator<List<Environment>> change) {
        return new FleetFixture(change.apply(environments), all, reversions);
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
        return new TreeSet<>(all.stream().map(FleetApplication::service).toList());
    }

    @Override
    public List<FleetApplication> applicationsOf(String service) {
        return all.stream().filter(application -> application.service().equals(service)).toList();
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
        return reversions.getOrDefault(application.ref().name(), Reversion.NEVER);
    }
}
