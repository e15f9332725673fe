package dev.tiphys.sandbox.argocd;

/// What every operation needs.
record SyncContext(ApplicationStore applications, SyncPlanner planner, ManifestApplier applier, Refresher refresher,
        ArgoCdTimings timings, EventLog events) {}
