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
        ProgramText hera, ProgramText manifest, String hash, Start start, String change, Why why, Around around) {

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

    /// @param change from which version to which
    record TargetRow(String application, String cluster, String change) {}

    PlanPage because(Why other) {
        return new PlanPage(service, version, from, clusters, waves, gates, blocked, remarkCount, notices, notes,
                changes,
                rows, hera, manifest, hash, start, change, other, around);
    }

    /// What is told with it.
    ///
    /// @param noteFor the environments that want a note; empty when none does
    /// @param changeFor the environments that want the reference of a change; empty when none does
    /// @param noteProblem what is wrong with the note; empty when nothing is
    /// @param changeProblem what is wrong with the reference; empty when nothing is
    record Why(String note, String change, String noteFor, String changeFor, String noteProblem,
            String changeProblem) {

        static final Why NOTHING = new Why("", "", "", "", "", "");
    }

    /// The fields of the form that starts it.
    ///
    /// @param rollbackOf the promotion that goes back; null for a way forward
    /// @param application the one target that goes back; empty for all
    record Start(String action, String service, String version, List<String> environments, String hash,
            @Nullable String rollbackOf, String application) {

        Start(String action, String service, String version, List<String> environments, String hash) {
            this(action, service, version, environments, hash, null, "");
        }
    }
}
