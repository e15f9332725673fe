package dev.tiphys.argo.cd;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// One Application as GET gives it: what a decision may rest on.
///
/// @param operationRequested whether top-level `operation` is set: one waits to be picked up, or runs
/// @param reconciledAt when the comparison behind sync and health began, by the controller's clock, to the second
/// @param comparedTo `status.sync.comparedTo.source`: the source that sync status and health speak of
/// @param conditions `type: message` of each condition
/// @param applicationSet the ApplicationSet that owns it; empty when there is none
public record Application(ApplicationSummary summary, String uid, String resourceVersion, String healthMessage,
        boolean operationRequested, @Nullable OperationState operation, @Nullable Instant reconciledAt,
        Source comparedTo,
        List<Condition> conditions, String applicationSet) {

    public Application {
        conditions = List.copyOf(conditions);
    }

    public record Condition(String type, String message) {
        /// Whether Argo CD itself calls it an error, by the suffix of its type.
        public boolean isError() {
            return type.endsWith("Error");
        }
    }

    public ApplicationRef ref() {
        return summary.ref();
    }

    public Optional<OperationState> findOperation() {
        return Optional.ofNullable(operation);
    }
}
