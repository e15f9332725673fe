package dev.tiphys.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.tiphys.argo.cd.ApplicationRef;

/// The snapshot that the ledger gives out.
record FleetView(List<Environment> environments, List<FleetSource> sources, List<FleetCluster> clusters,
        List<FleetApplication> applications, Map<String, List<FleetApplication>> byService,
        Map<String, List<FleetApplication>> byName, Map<String, ApplicationMakers> makers) implements FleetSnapshot {

    static FleetView of(List<Environment> environments, List<FleetSource> sources,
            SortedMap<String, FleetCluster> clusters, SortedMap<String, FleetApplication> applications,
            Map<String, ApplicationMakers> makers) {
        List<FleetApplication> all = ContestedServices.settle(applications.values());
        return new FleetView(environments, sources, List.copyOf(clusters.values()), all,
                byService(all, environments), byName(all), Map.copyOf(makers));
    }

    /// The same fleet, heard of again.
    FleetView heard(List<FleetSource> now) {
        return new FleetView(environments, now, clusters, applications, byService, byName, makers);
    }

    private static Map<String, List<FleetApplication>> byService(List<FleetApplication> all,
            List<Environment> environments) {
        Map<String, Integer> position = new HashMap<>();
        environments.forEach(environment -> position.put(environment.name(), environment.position()));
        Map<String, List<FleetApplication>> index = new TreeMap<>();
        for (FleetApplication application : all) {
            if (!application.service().isEmpty() && application.isTrusted()) {
                index.computeIfAbsent(application.service(), key -> new ArrayList<>()).add(application);
            }
        }
        Comparator<FleetApplication> order = Comparator
                .comparing(application -> position.getOrDefault(application.environment(), Integer.MAX_VALUE));
        index.values().forEach(those -> those.sort(order));
        return Collections.unmodifiableMap(index);
    }

    private static Map<String, List<FleetApplication>> byName(List<FleetApplication> all) {
        Map<String, List<FleetApplication>> index = new HashMap<>();
        all.forEach(application -> index.merge(application.ref().name(), List.of(application), FleetView::joined));
        return index;
    }

    private static List<FleetApplication> joined(List<FleetApplication> some, List<FleetApplication> more) {
        List<FleetApplication> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }

    @Override
    public Instant asOf() {
        return sources.stream().map(FleetSource::asOf).filter(Objects::nonNull).max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    @Override
    public SequencedCollection<String> services() {
        return List.copyOf(byService.keySet());
    }

    @Override
    public List<FleetApplication> applicationsOf(String service) {
        return Collections.unmodifiableList(byService.getOrDefault(service, List.of()));
    }

    @Override
    public Optional<FleetApplication> findApplication(ApplicationRef ref) {
        return byName.getOrDefault(ref.name(), List.of()).stream().filter(known -> known.ref().equals(ref)).findFirst();
    }

    @Override
    public Optional<FleetApplication> findApplication(String name) {
        List<FleetApplication> those = byName.getOrDefault(name, List.of());
        return those.size() == 1 ? Optional.of(those.getFirst()) : Optional.empty();
    }

    @Override
    public Optional<FleetCluster> findCluster(String name) {
        return clusters.stream().filter(cluster -> cluster.name().equals(name)).findFirst();
    }

    @Override
    public Reversion reversionOf(FleetApplication application) {
        return ApplicationMakers.reversion(makers.get(application.argoCd()), application);
    }
}
