package dev.tiphys.promotion.web;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.tiphys.promotion.plan.Remark;
import dev.tiphys.promotion.plan.ToolNeed;
import dev.tiphys.promotion.plan.ToolVersions;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// What the page of the hub's tools shows, and its JSON twin.
record ToolsPage(List<Row> rows) {

    /// One need of one tool.
    ///
    /// @param level `BLOCKER` stops plans, `NOTE` does not
    record Row(String tool, String version, String since, String what, String without, String level, Status status) {}

    static ToolsPage of(ToolVersions versions) {
        return new ToolsPage(ToolNeed.all().stream().flatMap(need -> rows(need, versions)).toList());
    }

    private static Stream<Row> rows(ToolNeed need, ToolVersions versions) {
        return switch (need.tool()) {
            case WORKFLOWS -> Stream.of(row(need, "", versions.workflows()));
            case ARGO_CD -> versions.argoCds().isEmpty()
                    ? Stream.of(row(need, "", ""))
                    : new TreeMap<>(versions.argoCds()).entrySet().stream()
                            .map(server -> row(need, " " + server.getKey(), server.getValue()));
        };
    }

    private static Row row(ToolNeed need, String name, String version) {
        return new Row(need.tool().label() + name, version, need.since(), need.what(), need.without(),
                need.level().name(), status(need, version));
    }

    private static Status status(ToolNeed need, String version) {
        return switch (need.of(version)) {
            case MET -> new Status(State.OK, "Met");
            case UNKNOWN -> new Status(State.IDLE, "Not known");
            case NOT_MET -> need.level() == Remark.Level.BLOCKER
                    ? new Status(State.BAD, "Too old: stops plans")
                    : new Status(State.WAIT, "Too old");
        };
    }
}
