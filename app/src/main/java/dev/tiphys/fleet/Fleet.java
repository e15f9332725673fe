package dev.tiphys.fleet;

import java.util.List;
import java.util.Optional;

import dev.tiphys.argo.cd.ApplicationRef;

/// The read model of the fleet. Every answer comes from memory.
public interface Fleet {

    /// The environments in the order of promotion.
    List<Environment> environments();

    /// Everything as of now, immutable: take it once for a page, and use it throughout.
    FleetSnapshot snapshot();

    default Optional<FleetApplication> findApplication(ApplicationRef ref) {
        return snapshot().findApplication(ref);
    }
}
