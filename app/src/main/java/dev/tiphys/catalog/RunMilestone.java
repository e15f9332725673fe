package dev.tiphys.catalog;

/// The points between which the way of a run to its workflow may be cut off at any time. Nothing listens in a running
/// portal; a test does, to end the process there.
interface RunMilestone {

    RunMilestone UNHEARD = point -> {
    };

    void passed(Point point);

    /// The points in their order.
    enum Point {
        BEFORE_COMMIT, AFTER_COMMIT, BEFORE_CREATE, AFTER_CREATE, AFTER_RECORD
    }
}
