package dev.tiphys.recovery.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.recovery.Choice;
import dev.tiphys.recovery.Difference;
import dev.tiphys.recovery.Recovery.Report;
import dev.tiphys.web.Age;

/// What the page of the recovery shows.
record RecoveryPage(@Nullable Held hold, String markTrouble, String compareTrouble, @Nullable Age compared,
        List<Row> rows, String live) {

    /// Why and since when it stands still.
    record Held(String sentence, String byName, Age since) {}

    /// One difference with the choices that there are about it.
    ///
    /// @param chosen the key of what was chosen; empty before
    /// @param otherwise the key of what happens when nobody chooses
    record Row(String id, String subject, String kind, String sentence, List<Offer> offers, String chosen,
            String otherwise) {}

    /// A button.
    record Offer(String word, String label) {}

    static RecoveryPage of(Report report, Instant now) {
        var hold = report.hold();
        Instant compared = report.comparedAt();
        return new RecoveryPage(
                hold == null ? null : new Held(hold.sentence(), hold.byName(), Age.of(hold.since(), now)),
                report.markTrouble(), report.compareTrouble(), compared == null ? null : Age.of(compared, now),
                report.differences().stream().map(one -> row(one, report.chosen().get(one.id()))).toList(), "recovery");
    }

    private static Row row(Difference difference, @Nullable Choice chosen) {
        List<Offer> offers = difference.choices().stream().map(choice -> new Offer(choice.word(), key(choice)))
                .toList();
        return new Row(difference.id(), difference.subject(), "recovery.kind." + difference.kind(),
                difference.sentence(), offers, chosen == null ? "" : key(chosen),
                key(difference.choices().getFirst()));
    }

    private static String key(Choice choice) {
        return "recovery.choice." + choice.word();
    }
}
