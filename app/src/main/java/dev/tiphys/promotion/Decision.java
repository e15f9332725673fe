package dev.tiphys.promotion;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What a person decided about a promotion.
///
/// @param kind `approval`, `target`, `hold`, `stop` or `admission`, which no person makes
/// @param subject the wave, the application, or empty
/// @param node the workflow node that asked; `stop` for the end of the promotion, `pause-1` … for its pauses, and what
///        names a rollout's pause for a rollout that is let on
/// @param decision `approve`, `reject`, `retry`, `skip`, `continue`, `pause`, `resume` or `stop`
/// @param appliedAt when the workflow heard of it; null before
public record Decision(UUID id, UUID promotion, String kind, String subject, String node, String decision,
        String reason, String bySubject, String byName, Instant at, @Nullable Instant appliedAt) {

    static final String ADMISSION = "admission";

    boolean isAdmission() {
        return kind.equals(ADMISSION);
    }

    /// In words for a page, such as "approved by Amara Okafor: load test was green".
    public String sentence() {
        String verb = switch (decision) {
            case "approve" -> "approved";
            case "reject" -> "rejected";
            case "skip" -> "skipped";
            case "retry" -> "tried again";
            case "continue" -> "let on";
            case "pause" -> "paused";
            case "resume" -> "resumed";
            default -> "stopped";
        };
        return verb + " by " + byName + (reason.isBlank() ? "" : ": " + reason);
    }
}
