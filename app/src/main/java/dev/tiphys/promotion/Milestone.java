package dev.tiphys.promotion;

/// The points between which a promotion's submission may be cut off at any time. Nothing listens in a running portal; a
/// test does, to end the process there.
interface Milestone {

    Milestone UNHEARD = point -> {
    };

    void passed(Point point);

    /// The points in their order.
    enum Point {
        BEFORE_COMMIT, AFTER_COMMIT, BEFORE_CREATE, AFTER_CREATE, AFTER_RECORD, BEFORE_APPLY, AFTER_APPLY
    }
}
