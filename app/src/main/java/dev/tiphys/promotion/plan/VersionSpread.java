package dev.tiphys.promotion.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.tiphys.fleet.FleetApplication;

/// Which versions the targets of one service in one environment run: a place is on a version only when every target is.
///
/// @param counts targets by version; the empty version counts those that cannot be told
public record VersionSpread(Map<String, Long> counts) {

    public VersionSpread {
        counts = Map.copyOf(counts);
    }

    public static VersionSpread of(Collection<FleetApplication> applications) {
        return new VersionSpread(
                applications.stream().collect(groupingBy(FleetApplication::version, TreeMap::new, counting())));
    }

    public long targets() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public Set<String> versions() {
        return counts.keySet();
    }

    public boolean isWhollyOn(String version) {
        return counts.size() == 1 && counts.containsKey(version);
    }

    /// The newest version of the mix where versions can be compared, else that of most targets; empty without targets.
    public String leading() {
        return counts.keySet().stream().filter(version -> !version.isEmpty())
                .max(Comparator.<String>comparingLong(this::olderOnes).thenComparing(counts::get)
                        .thenComparing(Comparator.<String>naturalOrder()))
                .orElse("");
    }

    private long olderOnes(String version) {
        return counts.keySet().stream().filter(other -> VersionOrder.isOlder(other, version)).count();
    }

    /// The cell of the matrix: `v5`, or `3 of 4 on v5` in a mixed environment; empty without targets.
    public String summary() {
        String leading = leading();
        if (counts.isEmpty())
            return "";
        if (leading.isEmpty())
            return "unknown";
        return isWhollyOn(leading) ? leading : counts.get(leading) + " of " + targets() + " on " + leading;
    }
}
