package dev.tiphys.promotion;

import java.util.EnumSet;
import java.util.Set;

/// Where a promotion stands, and the one place that says where it can go from there.
public enum PromotionPhase {
    /// Decided; its workflow is being submitted.
    PLANNED,
    /// Something moves.
    RUNNING,
    /// A person is needed and nothing else moves.
    WAITING,
    /// A person holds it.
    PAUSED,
    /// Every wave is complete.
    SUCCEEDED,
    /// It ended otherwise than it should, and not because a person said so.
    FAILED,
    /// A person ended it.
    ABORTED;

    /// Whether a promotion in this phase may pass to the `next` one.
    public boolean canBecome(PromotionPhase next) {
        return successors().contains(next);
    }

    private Set<PromotionPhase> successors() {
        return switch (this) {
            case PLANNED -> EnumSet.of(RUNNING, WAITING, FAILED, ABORTED, SUCCEEDED);
            case RUNNING -> EnumSet.of(WAITING, PAUSED, SUCCEEDED, FAILED, ABORTED);
            case WAITING -> EnumSet.of(RUNNING, PAUSED, SUCCEEDED, FAILED, ABORTED);
            case PAUSED -> EnumSet.of(RUNNING, WAITING, SUCCEEDED, FAILED, ABORTED);
            case SUCCEEDED, FAILED, ABORTED -> EnumSet.noneOf(PromotionPhase.class);
        };
    }

    /// Whether nothing follows.
    public boolean isFinal() {
        return successors().isEmpty();
    }
}
