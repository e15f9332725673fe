package dev.tiphys.promotion.plan;

import java.util.List;

import dev.tiphys.argo.cd.ApplicationRef;

/// What a promotion has changed and shall be as it was.
///
/// @param stopping the promotion, such as `checkout v5`, that still runs and is stopped first; empty when it has ended
public record RollbackWish(String service, List<Former> targets, String stopping) {

    public RollbackWish {
        targets = List.copyOf(targets);
    }

    /// One application that the promotion touched.
    ///
    /// @param former the version that it had before; empty when nobody can tell
    /// @param promoted the version that the promotion gave it
    /// @param moving whether the promotion is at it now, so that what it is set to may change at any moment
    public record Former(ApplicationRef application, String former, String promoted, boolean moving) {}
}
