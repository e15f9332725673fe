package dev.tiphys.promotion.course;

/// Where a wave stands.
public enum WavePhase {
    /// Its turn has not come.
    LATER,
    /// Its gate asks a person.
    WAITING,
    /// Its targets change.
    RUNNING,
    /// Every target is done or was skipped by a person.
    SUCCEEDED,
    /// It ended before every target was done.
    FAILED,
    /// A person ended the promotion before it was complete.
    ABORTED;

    /// Whether nothing changes any more.
    public boolean isFinal() {
        return switch (this) {
            case SUCCEEDED, FAILED, ABORTED -> true;
            case LATER, WAITING, RUNNING -> false;
        };
    }
}
