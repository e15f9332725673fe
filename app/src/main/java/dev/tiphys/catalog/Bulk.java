package dev.tiphys.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// One action on many instances, with what became of each.
///
/// @param requester the subject of who ticked them
public record Bulk(UUID id, String provider, String item, String action, String requester, String requesterName,
        Phase phase,
        Instant createdAt, @Nullable Instant endedAt, List<Row> rows) {

    public Bulk {
        rows = List.copyOf(rows);
    }

    /// How far the whole is.
    public enum Phase {
        /// Ticked, and not yet said with which values.
        DRAFT,
        /// Worked off, one instance after the other.
        RUNNING,
        /// Each has begun or was refused.
        DONE
    }

    /// How far one instance is.
    public enum Step {
        OPEN, BEGUN, REFUSED
    }

    /// @param run how its run is or went; null before it has begun, and where it waits for something else first
    /// @param reason why it was refused, or why its run failed; empty otherwise
    public record Row(UUID instance, String name, InstanceStatus status, Step step, @Nullable RunPhase run,
            String reason) {

        /// Whether nothing more will come of it.
        public boolean isSettled() {
            return step == Step.REFUSED || (run != null && run.isFinal());
        }

        public boolean wentWell() {
            return run == RunPhase.SUCCEEDED;
        }

        public boolean wentWrong() {
            return step == Step.REFUSED || run == RunPhase.FAILED;
        }
    }
}
