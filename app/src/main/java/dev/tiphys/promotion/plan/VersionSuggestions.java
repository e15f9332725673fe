package dev.tiphys.promotion.plan;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetSnapshot;

/// What a person most likely wants when they press Promote: the versions that run somewhere, and for a chosen one the
/// environments that come next.
public final class VersionSuggestions {

    private final Map<String, VersionSpread> spreads = new LinkedHashMap<>();

    public VersionSuggestions(FleetSnapshot fleet, String service) {
        Map<String, List<FleetApplication>> places = fleet.applicationsOf(service).stream()
                .collect(groupingBy(FleetApplication::environment));
        fleet.environments().stream().sorted(Comparator.comparingInt(Environment::position)).map(Environment::name)
                .filter(places::containsKey)
                .forEach(name -> spreads.put(name, VersionSpread.of(places.getOrDefault(name, List.of()))));
    }

    /// A version and the environments where at least one target runs it.
    public record Suggestion(String version, List<String> environments) {

        public Suggestion {
            environments = List.copyOf(environments);
        }
    }

    /// The environments that have this service, in the order of promotion, with what they run.
    public SequencedMap<String, VersionSpread> environments() {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(spreads));
    }

    /// Those that have come least far first: they are the next to be promoted.
    public List<Suggestion> versions() {
        return spreads.values().stream().flatMap(spread -> spread.versions().stream()).distinct()
                .filter(VersionName::isLegal).map(this::suggestion)
                .sorted(Comparator.comparingInt(this::furthestPlace).thenComparing(VersionSuggestions::newestFirst))
                .toList();
    }

    /// The environments to tick beforehand: from the one after the version's furthest place to the last one the person
    /// may promote to without a gap. A mixed environment is no place of the version yet, so it is ticked again.
    public List<String> preticked(String version, Set<String> mayPromoteTo) {
        List<String> ticked = new ArrayList<>();
        boolean gap = false;
        for (Map.Entry<String, VersionSpread> place : spreads.entrySet()) {
            if (place.getValue().isWhollyOn(version)) {
                ticked.clear();
                gap = false;
            } else {
                gap = gap || !mayPromoteTo.contains(place.getKey());
                if (!gap)
                    ticked.add(place.getKey());
            }
        }
        return ticked;
    }

    private Suggestion suggestion(String version) {
        return new Suggestion(version, spreads.entrySet().stream()
                .filter(place -> place.getValue().versions().contains(version)).map(Map.Entry::getKey).toList());
    }

    private int furthestPlace(Suggestion suggestion) {
        return List.copyOf(spreads.keySet()).indexOf(suggestion.environments().getLast());
    }

    private static int newestFirst(Suggestion left, Suggestion right) {
        return VersionOrder.compare(right.version(), left.version())
                .orElseGet(() -> left.version().compareTo(right.version()));
    }
}
