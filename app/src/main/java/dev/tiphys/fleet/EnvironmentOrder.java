package dev.tiphys.fleet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the configured environments and refuses an order that cannot be kept.
final class EnvironmentOrder {

    private EnvironmentOrder() {
    }

    static List<Environment> of(List<FleetProperties.Place> places) {
        List<Environment> environments = new ArrayList<>();
        Set<String> earlier = new HashSet<>();
        for (FleetProperties.Place place : places) {
            check(place, earlier);
            environments.add(new Environment(place.name(), environments.size(), place.clusters(), place.after(),
                    place.approval(), place.maxInFlight(), place.soak(), place.note(), place.changeReference()));
            earlier.add(place.name());
        }
        return List.copyOf(environments);
    }

    private static void check(FleetProperties.Place place, Set<String> earlier) {
        if (earlier.contains(place.name())) {
            throw new IllegalArgumentException("tiphys.environments names '" + place.name() + "' twice");
        }
        for (String before : place.after()) {
            if (!earlier.contains(before)) {
                throw new IllegalArgumentException("tiphys.environments: '" + place.name() + "' comes after '" + before
                        + "', which is not listed before it");
            }
        }
    }
}
