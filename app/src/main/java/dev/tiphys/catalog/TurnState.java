package dev.tiphys.catalog;

/// How far a run has come on its way to a workflow.
enum TurnState {

    /// Somebody has to agree first.
    APPROVAL,
    /// It stands in the line of its item.
    QUEUED,
    /// It is its turn: its workflow is created, or runs.
    ADMITTED,
    /// It has ended, one way or the other.
    OVER
}
