package dev.tiphys.catalog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One step of a workflow: what a pod, or somebody who is waited for, does.
///
/// @param name as the provider calls it, without the number of the attempt
/// @param attempt 1 for the first
/// @param phase of Argo
/// @param message in Argo's words; empty for none
/// @param reason the step's own words, in its output `reason`; empty for none
/// @param exitCode empty while there is none
/// @param pod that has its log; empty for a step without one
/// @param after whether it belongs to what is done after the end
public record TrailStep(String id, String name, int attempt, String phase, String message, String reason,
        String exitCode, String pod, boolean after, @Nullable Instant startedAt, @Nullable Instant finishedAt) {

    public boolean hasFailed() {
        return phase.equals("Failed") || phase.equals("Error");
    }

    /// What it says of its failure, in as plain words as there are.
    public String words() {
        return !reason.isBlank() ? reason : !message.isBlank() ? message : "it says no reason";
    }
}
