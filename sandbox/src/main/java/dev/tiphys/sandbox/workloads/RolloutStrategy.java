package dev.tiphys.sandbox.workloads;

/// How a Rollout gets from one version to the next.
interface RolloutStrategy {

    /// Forgets the former update: the template has changed.
    void reset(RolloutTurn turn);

    /// Makes the next move, where one can be made now.
    void advance(RolloutTurn turn);
}
