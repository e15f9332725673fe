package dev.tiphys.catalog;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Where a run stands on its way to a workflow.
///
/// @param counted whether it takes one of the places that its item has
/// @param ticket by which those of one class come one after the other
/// @param opensAt when the provider lets it begin at the earliest; null when that is now
/// @param pin the hash of template and sheet as they were
/// @param content the hash of the template alone
/// @param approved whether somebody agreed to exactly this
/// @param former how the instance stood before
/// @param hindrance what keeps its workflow from being created: `forbidden`, `unauthenticated`, `away`, or nothing
record Turn(UUID run, UUID instance, String provider, String item, String version, String team, String action,
        boolean counted, Priority priority, long ticket, TurnState state, @Nullable Instant opensAt, String pin,
        String content, boolean approved, InstanceStatus former, String hindrance, Instant enteredAt) {

    boolean isOrder() {
        return action.equals(Item.CREATE);
    }
}
