package dev.tiphys.fleet;

/// Whether an ApplicationSet puts back what a promotion changes in an Application.
public enum Reversion {

    /// None makes the Application, or the one that does leaves that field alone.
    NEVER,
    /// One makes it and does not leave that field alone.
    CERTAIN,
    /// The ApplicationSets of its Argo CD are not known.
    UNKNOWN
}
