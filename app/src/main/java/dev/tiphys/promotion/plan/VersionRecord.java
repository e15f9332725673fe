package dev.tiphys.promotion.plan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// What is on record of the versions of a plan, and what a person should know because of it: that one was never seen,
/// or was built before what runs. Order by number is told by the planner itself.
///
/// @param builds when each version was announced by a build, and from which revision
/// @param lastPromoted when the plan's version was promoted last; null when it never was
public record VersionRecord(Map<String, Build> builds, @Nullable Instant lastPromoted) {

    private static final String NOT_SEEN = "version-not-seen";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public VersionRecord {
        builds = Map.copyOf(builds);
    }

    /// @param revision empty when that was not said
    public record Build(Instant at, String revision) {}

    /// The planner's remarks with what the record adds to them.
    public List<Remark> refine(Plan plan, List<Remark> remarks) {
        List<Remark> refined = new ArrayList<>();
        for (Remark remark : remarks) {
            refined.add(remark.code().equals(NOT_SEEN)
                    ? new Remark(remark.level(), NOT_SEEN, "", "", notRunning(plan))
                    : remark);
        }
        refined.addAll(builtBefore(plan));
        return List.copyOf(refined);
    }

    private String notRunning(Plan plan) {
        String version = plan.version() + " of " + plan.service();
        Build build = builds.get(plan.version());
        if (build != null) {
            return version + " runs nowhere " + (lastPromoted == null ? "yet" : "now") + ". It was built "
                    + MOMENT.format(build.at())
                    + (build.revision().isEmpty() ? "." : " from " + build.revision() + ".");
        }
        return lastPromoted == null
                ? version + " was never seen: it runs nowhere, was never promoted, and no build has announced it."
                        + " Nothing was checked but its spelling."
                : version + " runs nowhere now. It was promoted last " + MOMENT.format(lastPromoted) + ".";
    }

    private List<Remark> builtBefore(Plan plan) {
        Build build = builds.get(plan.version());
        if (build == null) {
            return List.of();
        }
        Map<String, String> newer = new TreeMap<>();
        for (Target target : plan.targets()) {
            Build running = builds.get(target.from());
            boolean untold = VersionOrder.compare(plan.version(), target.from()).isEmpty();
            if (running != null && untold && running.at().isAfter(build.at())) {
                newer.putIfAbsent(target.environment(), target.from());
            }
        }
        return newer.entrySet().stream().map(place -> new Remark(Remark.Level.NOTE, "older-version", place.getKey(), "",
                place.getValue() + " runs there, which was built after " + plan.version() + ".")).toList();
    }
}
