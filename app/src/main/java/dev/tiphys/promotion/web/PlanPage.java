package dev.tiphys.promotion.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.NamedLink;
import dev.tiphys.web.Notice;
import dev.tiphys.web.State;

/// What a promotion would do, before it does it.
///
/// @param blocked whether it cannot start
/// @param notices what may go wrong or stops it
/// @param notes what is good to know
/// @param start what the Start button sends
record PlanPage(String service, String version, String from, String clusters, String waves, String gates,
        boolean blocked, int remarkCount, List<Notice> notices, List<Notice> notes,
        List<Change> changes, List<WaveRow> rows,
        ProgramText hera, ProgramText manifest, String hash, Start start, String change,
        Around around) {

    public String shortHash() {
        return hash.length() > 7 ? hash.substring(0, 7) : hash;
    }

    /// What is known around a plan.
    ///
    /// @param links to compare the versions, and what else the team has written on its Applications
    /// @param built what a build has said about the version; null when none has
    record Around(String serviceHref, List<NamedLink> links, @Nullable VersionNote built) {

        static Around nothing(String service) {
            return new Around(Links.service(service), List.of(), null);
        }
    }

    public String blockers() {
        return Stream.concat(notices.stream(), rows.stream().flatMap(row -> row.remarks().stream()))
                .filter(notice -> notice.state() == State.BAD).map(Notice::text).collect(Collectors.joining(" "));
    }

    /// One thing that becomes different.
    record Change(String what, String how, String where) {}

    /// A wave of the plan.
    record WaveRow(int number, String environment, String from, String to, String clusters, String gate, String soak,
            List<Notice> remarks, List<TargetRow> targets) {}

    record TargetRow(String application, String cluster, String from) {}

    /// The fields of the form that starts it.
    record Start(String action, String service, String version, List<String> environments, String hash) {}
}
