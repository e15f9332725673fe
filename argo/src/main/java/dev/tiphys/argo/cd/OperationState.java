package dev.tiphys.argo.cd;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The last or running operation of an Application (`status.operationState`).
///
/// @param phase `Running`, `Terminating`, `Succeeded`, `Failed` or `Error`. `Running` with a `finishedAt` means that a
///        retry is pending, not that it is done
/// @param info the `operation.info` that the client gave, the only id of an operation that a client can choose
/// @param resultRevision `syncResult.revision`; empty while there is none
/// @param resultSource `syncResult.source`: what was really applied
/// @param requestedRevision `operation.sync.revision`: what the server resolved when the operation was asked for; empty
///        for several sources
public record OperationState(String phase, String message, Map<String, String> info, String initiatedBy,
        @Nullable Instant startedAt, @Nullable Instant finishedAt, int retryCount, String resultRevision,
        Source resultSource, String requestedRevision) {

    public OperationState {
        info = Map.copyOf(info);
    }

    public OperationState(String phase, String message, Map<String, String> info, String initiatedBy,
            @Nullable Instant startedAt, @Nullable Instant finishedAt, int retryCount, String resultRevision,
            Source resultSource) {
        this(phase, message, info, initiatedBy, startedAt, finishedAt, retryCount, resultRevision, resultSource, "");
    }

    /// Whether no further attempt will follow.
    public boolean isCompleted() {
        return switch (phase) {
            case "Succeeded", "Failed", "Error" -> true;
            default -> false;
        };
    }
}
