package dev.tiphys.catalog;

import java.util.List;

/// Under which terms a run begins.
///
/// @param approval why somebody has to agree first; empty when nobody has to
record Terms(Priority priority, List<String> approval) {

    /// Of what the portal does by itself, and of what nobody has to agree to.
    static final Terms NONE = new Terms(Priority.NORMAL, List.of());

    Terms {
        approval = List.copyOf(approval);
    }
}
