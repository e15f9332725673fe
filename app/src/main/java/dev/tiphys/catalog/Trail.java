package dev.tiphys.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One workflow of a run as last seen.
///
/// @param task the step of the run's own workflow that called it; empty for the run's own
/// @param phase of Argo, or [#DELETED]
/// @param stopped whether somebody has asked it to end
/// @param steps in the order in which they began
public record Trail(String namespace, String workflow, String task, String uid, String phase, boolean stopped,
        String message, List<TrailStep> steps, Instant seenAt) {

    /// The phase of one that was taken away before its end.
    static final String DELETED = "Deleted";

    public Trail {
        steps = List.copyOf(steps);
    }

    public boolean isFinished() {
        return switch (phase) {
            case "Succeeded", "Failed", "Error", DELETED -> true;
            default -> false;
        };
    }

    public boolean isDeleted() {
        return phase.equals(DELETED);
    }

    public boolean wentWell() {
        return phase.equals("Succeeded");
    }

    /// Whether another step's workflow called it.
    public boolean isChild() {
        return !task.isEmpty();
    }

    /// The step that failed first; what failed because of it comes later.
    Optional<TrailStep> firstFailure() {
        return steps.stream().filter(step -> !step.after() && step.hasFailed())
                .filter(step -> steps.stream().noneMatch(later -> later.name().equals(step.name())
                        && later.attempt() > step.attempt()))
                .findFirst();
    }
}
