package dev.tiphys.promotion;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What a person decided about a promotion.
///
/// @param kind `approval`, `target`, `stop` or `admission`, which no person makes
/// @param subject the wave, the application, or empty
/// @param node the workflow node that asked; `stop` for the end of the promotion
/// @param decision `approve`, `reject`, `retry`, `skip` or `stop`
/// @param appliedAt when the workflow heard of it; null before
public record Decision(UUID id, UUID promotion, String kind, String subject, String node, String decision,
        String reason, String bySubject, String byName, Instant at, @Nullable Instant appliedAt) {

    static final String ADMISSION = "admission";

    boolean isAdmission() {
        return kind.equals(ADMISSION);
    }

    /// Whether a gate asked for it.
    boolean isOfGate() {
        return isAdmission() || kind.equals("approval");
    }

    /// In words for a page, such as "approved by Amara Okafor: load test was green".
    public String sentence() {
        String verb = switch (decision) {
            case "approve" -> "approved";
            case "reject" -> "rejected";
            case "skip" -> "skipped";
            case "retry" -> "tried again";
            default -> "stopped";
        };
        return verb + " by " + byName + (reason.isBlank() ? "" : ": " + reason);
    }
}
