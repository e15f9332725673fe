/// The workload controllers of the sandbox's clusters: Deployments, Rollouts, their ReplicaSets, Pods and AnalysisRuns
/// move as the real ones do, only quicker. What a version does is decided by its name and by the faults that are set.
@NullMarked
package dev.tiphys.sandbox.workloads;

import org.jspecify.annotations.NullMarked;
