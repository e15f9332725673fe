package dev.tiphys.approval.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Age;
import dev.tiphys.web.Chip;
import dev.tiphys.web.Status;

/// The inbox: what the person who looks can decide, and what else there is.
///
/// @param lead one sentence about what waits
/// @param bulk whether some row can be decided together with others
/// @param results how each of several decisions went; empty when none was made
/// @param error why nothing was decided; empty when it was
/// @param standIns for whom the person stands now
/// @param live the topics that change this page
record InboxPage(String lead, boolean quiet, List<Chip> chips, String box, List<Row> rows, boolean bulk,
        List<Outcome> results, String error, List<String> standIns, String count, @Nullable String previous,
        @Nullable String next, String live) {

    /// A request.
    ///
    /// @param tick whether it can be decided together with others, by this person
    /// @param action the word of its button
    record Row(String id, String href, String title, String sentence, String risk, Status status, String requester,
            Age age, String left, boolean tick, boolean urgent, String action) {}

    /// How one of several decisions went.
    record Outcome(String title, String href, Status status, String sentence) {}
}
