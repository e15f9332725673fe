package dev.tiphys.fleet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetSnapshot;

/// A service with what runs where, in the JSON API.
record ServiceJson(String name, String owner, List<EnvironmentJson> environments) {

    /// One environment of a service, with its targets counted.
    record EnvironmentJson(String name, List<VersionJson> versions, int targets, long unhealthy, long unreachable,
            long moving) {}

    /// How many targets run a version.
    record VersionJson(String version, long targets) {}

    static ServiceJson of(String name, FleetSnapshot fleet) {
        List<FleetApplication> all = fleet.applicationsOf(name);
        Map<String, List<FleetApplication>> byPlace = all.stream()
                .collect(Collectors.groupingBy(FleetApplication::environment));
        List<EnvironmentJson> environments = new ArrayList<>();
        for (Environment environment : fleet.environments()) {
            List<FleetApplication> there = byPlace.get(environment.name());
            if (there != null) {
                environments.add(environment(environment.name(), there));
            }
        }
        return new ServiceJson(name,
                all.stream().map(FleetApplication::team).filter(team -> !team.isEmpty()).findFirst()
                        .orElse(""),
                environments);
    }

    private static EnvironmentJson environment(String name, List<FleetApplication> there) {
        Map<String, Long> versions = there.stream()
                .collect(Collectors.groupingBy(FleetApplication::version, TreeMap::new, Collectors.counting()));
        return new EnvironmentJson(name,
                versions.entrySet().stream().map(entry -> new VersionJson(entry.getKey(), entry.getValue())).toList(),
                there.size(), there.stream().filter(FleetApplication::isUnhealthy).count(),
                there.stream().filter(one -> !one.reachable()).count(),
                there.stream().filter(FleetApplication::isMoving).count());
    }
}
