package dev.tiphys.steps;

/// One of the things a step can do.
interface Verb {

    /// @return one sentence on what was done
    String run(Order order, Pod pod) throws InterruptedException;
}
