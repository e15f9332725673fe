package dev.tiphys.fleet;

/// A cluster or an Application that has no place of its own.
///
/// @param kind of what it is one
/// @param code stable: `no-environment`, `two-environments`, `no-service` or `no-cluster`
/// @param problem why it has no place, in one sentence
/// @param mend the label that would give it one, such as `environment=dev`; empty when a label is not what it lacks
/// @param where the label belongs, in words
public record Misfit(Kind kind, String argoCd, String name, String code, String problem, String mend, String where) {

    /// What can have no place.
    public enum Kind {
        CLUSTER, APPLICATION
    }
}
