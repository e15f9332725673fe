package dev.tiphys.fleet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A service that two teams hold with equal right belongs to nobody: whoever came first would otherwise be joined by
/// whoever writes the same label.
final class ContestedServices {

    private ContestedServices() {
    }

    static List<FleetApplication> settle(Collection<FleetApplication> applications) {
        Map<String, Set<String>> owners = new TreeMap<>();
        for (FleetApplication application : applications) {
            if (!application.team().isEmpty()) {
                owners.computeIfAbsent(application.service(), service -> new TreeSet<>()).add(application.team());
            }
        }
        owners.values().removeIf(teams -> teams.size() == 1);
        if (owners.isEmpty()) {
            return List.copyOf(applications);
        }
        return applications.stream().map(application -> settled(application, owners.get(application.service())))
                .toList();
    }

    private static FleetApplication settled(FleetApplication application,
            @org.jspecify.annotations.Nullable Set<String> teams) {
        return teams == null || !application.isTrusted()
                ? application
                : application.distrusted("the teams " + String.join(" and ", teams) + " claim " + application.service()
                        + " with equal right; name it under the services of one of them");
    }
}
