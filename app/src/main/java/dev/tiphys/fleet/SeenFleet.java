package dev.tiphys.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.function.Predicate;

import dev.tiphys.argo.cd.ApplicationRef;

/// A fleet without the services that somebody may not view.
///
/// @param applications those that are left
/// @param sees a service by its name; the empty name is that of an Application without one
record SeenFleet(FleetSnapshot all, List<FleetApplication> applications,
        Predicate<String> sees) implements FleetSnapshot {

    SeenFleet(FleetSnapshot all, Predicate<String> sees) {
        this(all, all.applications().stream().filter(one -> sees.test(one.service())).toList(), sees);
    }

    @Override
    public Instant asOf() {
        return all.asOf();
    }

    @Override
    public List<FleetSource> sources() {
        return all.sources();
    }

    @Override
    public List<Environment> environments() {
        return all.environments();
    }

    @Override
    public List<FleetCluster> clusters() {
        return all.clusters();
    }

    @Override
    public SequencedCollection<String> services() {
        return all.services().stream().filter(sees).toList();
    }

    @Override
    public List<FleetApplication> applicationsOf(String service) {
        return sees.test(service) ? all.applicationsOf(service) : List.of();
    }

    @Override
    public Optional<FleetApplication> findApplication(ApplicationRef ref) {
        return all.findApplication(ref).filter(one -> sees.test(one.service()));
    }

    @Override
    public Optional<FleetApplication> findApplication(String name) {
        return all.findApplication(name).filter(one -> sees.test(one.service()));
    }

    @Override
    public Optional<FleetCluster> findCluster(String name) {
        return all.findCluster(name);
    }

    @Override
    public Reversion reversionOf(FleetApplication application) {
        return all.reversionOf(application);
    }
}
