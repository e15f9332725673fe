package dev.tiphys.notification.slack.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.When;

/// A request, and the form to decide it once.
///
/// @param refusal why this person cannot decide it; null when they can
/// @param problem what was wrong with the form that was sent; null when it was not sent yet
record DecidePage(String token, String title, String requester, When expires, String groups, String risk,
        String planHash, List<Change> changes, boolean reasonRequired, String reason, @Nullable String refusal,
        @Nullable String problem, String path) {

    DecidePage {
        changes = List.copyOf(changes);
    }

    /// One thing that would change.
    record Change(String what, String from, String to) {}
}
