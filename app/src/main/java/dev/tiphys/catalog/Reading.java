package dev.tiphys.catalog;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// One workflow that only looks: at an instance, or for resources that the catalog does not know.
///
/// @param instance null where it looks for resources
/// @param runs how many runs the instance had when it began: what it sees counts only if there are no more
/// @param found what a search has found, as its workflow gave it; empty before
record Reading(UUID id, String provider, String item, @Nullable UUID instance, int runs, String namespace,
        String workflow, RunPhase phase, String reason, String found, String requesterName, Instant createdAt) {}
