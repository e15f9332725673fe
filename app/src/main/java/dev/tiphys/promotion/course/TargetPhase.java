package dev.tiphys.promotion.course;

/// Where a target stands.
public enum TargetPhase {
    /// Its turn has not come.
    LATER,
    /// Its delivery is on the way.
    RUNNING,
    /// Its delivery failed, and a person is asked what to do.
    ASKS,
    /// It runs the new version, proven by the trust rule.
    SUCCEEDED,
    /// A person left it as it is.
    SKIPPED,
    /// It ended without a proof, since the promotion ended.
    FAILED
}
