package dev.tiphys.catalog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Why an order or an action has not begun, in words for the person who waits.
///
/// @param place in the line, from 1; 0 where there is no line
/// @param of how many stand in the line
/// @param begins when it is expected to begin; null where nobody can tell
/// @param ends when it is expected to have ended; null where nobody can tell
/// @param approval the address of the request; empty where nobody is asked
/// @param manifest what would give the portal the right that it lacks, as YAML; empty where it lacks none
public record Standing(Kind kind, String action, String priority, String sentence, int place, int of,
        @Nullable Instant begins, @Nullable Instant ends, String approval, String manifest) {

    /// What it waits for.
    public enum Kind {
        /// Somebody has to agree.
        APPROVAL,
        /// Others are before it.
        QUEUE,
        /// The provider takes no orders at the moment.
        PAUSE,
        /// The provider does this at certain times only.
        WINDOW,
        /// The portal may not create the workflow.
        RIGHTS,
        /// Argo Workflows does not answer, or not as it should.
        AWAY
    }

    /// Whether it can be taken back: nothing of it exists yet.
    public boolean canBeWithdrawn() {
        return kind != Kind.RIGHTS && kind != Kind.AWAY;
    }
}
