package dev.tiphys.fleet;

import java.util.Set;

/// Something in the fleet looks different now. Sent at most a few times a second, however much happens.
///
/// @param services whose applications changed; a service without name stands for applications of none
public record FleetChanged(Set<String> services) {

    public FleetChanged {
        services = Set.copyOf(services);
    }
}
