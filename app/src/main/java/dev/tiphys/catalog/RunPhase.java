package dev.tiphys.catalog;

/// How far one run of an action is.
public enum RunPhase {

    /// Decided; its workflow is about to be created.
    PLANNED, RUNNING, SUCCEEDED, FAILED;

    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED;
    }
}
