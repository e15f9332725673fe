package dev.tiphys.catalog.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Status;

/// How one run went: its workflow with those that it called, step by step.
///
/// @param runs the latest runs, to choose from
/// @param attempts a word on how often it was begun; empty for once
/// @param failure where it failed; null when it has not
/// @param stop the address that asks whether to stop it; null when it cannot be stopped
/// @param help the address that asks the provider for help; null when it cannot be asked
/// @param channel of the provider's people
/// @param asked who has asked already; empty for nobody
/// @param part null while nothing has been seen of it
record TrailPage(String action, List<RunLink> runs, String attempts, @Nullable FailureView failure,
        @Nullable String stop, @Nullable String help, String channel, String asked, @Nullable Part part) {

    /// A run to look at.
    record RunLink(String action, String href, boolean current) {}

    /// @param whose a sentence on whose failure it is
    /// @param css of the one to whom it belongs: `input`, `provider` or `platform`
    record FailureView(String step, String namespace, String workflow, String reason, String whose, String css) {}

    /// One workflow.
    ///
    /// @param provider to whom its namespace belongs
    /// @param href its own page
    record Part(String workflow, String provider, String namespace, String href, Status status, String words,
            List<Line> lines) {}

    /// One step.
    ///
    /// @param words on how it is or went
    /// @param log the address of its log; null when it has none
    /// @param part the workflow that it called; null for none
    record Line(String name, Status status, String took, String words, @Nullable String log, boolean after,
            @Nullable Part part) {}
}
