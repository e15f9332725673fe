package dev.tiphys.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// One run of one action on one instance: one workflow.
///
/// @param inputs what the workflow is given
/// @param reason why it failed, or what delays it; empty otherwise
public record ActionRun(UUID id, UUID instance, String action, String template, String namespace, String workflow,
        Map<String, String> inputs, RunPhase phase, String reason, String requester, String requesterName,
        Instant createdAt, @Nullable Instant finishedAt) {

    public ActionRun {
        inputs = Map.copyOf(inputs);
    }
}
