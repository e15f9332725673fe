package dev.tiphys.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;

import dev.tiphys.argo.cd.ApplicationRef;

/// The fleet at one moment. Lookups cost the size of their answer, not of the fleet.
public interface FleetSnapshot {

    /// When it was last changed or confirmed by any source.
    Instant asOf();

    List<FleetSource> sources();

    List<Environment> environments();

    /// All clusters by name.
    List<FleetCluster> clusters();

    /// All applications by name.
    SequencedCollection<FleetApplication> applications();

    /// The names of all services that a trusted application belongs to, sorted.
    SequencedCollection<String> services();

    /// The trusted applications of one service by environment order and name; empty for an unknown service.
    List<FleetApplication> applicationsOf(String service);

    /// The applications that claim a service and are not trusted; costs a walk through the fleet.
    default List<FleetApplication> claimsOf(String service) {
        return applications().stream().filter(one -> !one.isTrusted() && one.service().equals(service)).toList();
    }

    Optional<FleetApplication> findApplication(ApplicationRef ref);

    /// Finds an application by its bare name; empty also when several projects have one of that name.
    Optional<FleetApplication> findApplication(String name);

    Optional<FleetCluster> findCluster(String name);

    /// Whether what a promotion changes in this application would be put back by the ApplicationSet that makes it.
    Reversion reversionOf(FleetApplication application);
}
