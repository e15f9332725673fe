package dev.tiphys.argo.workflows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// One Workflow object as it stands.
///
/// @param phase empty (not yet seen by the controller), `Pending`, `Running`, `Succeeded`, `Failed` or `Error`
/// @param nodes by node id; empty where the call does not bring them
public record WorkflowRun(String namespace, String name, String uid, String resourceVersion, Map<String, String> labels,
        Map<String, String> annotations, String phase, String message, boolean suspended, String shutdown,
        String progress, @Nullable Instant createdAt, @Nullable Instant startedAt, @Nullable Instant finishedAt,
        Map<String, Node> nodes) {

    public WorkflowRun {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        nodes = Map.copyOf(nodes);
    }

    public boolean isFinished() {
        return switch (phase) {
            case "Succeeded", "Failed", "Error" -> true;
            default -> false;
        };
    }

    /// Finds a node by its full name, such as `checkout-v5.dev.target(0:shop/checkout-dev)`.
    public Optional<Node> findNode(String nodeName) {
        return nodes.values().stream().filter(node -> node.name().equals(nodeName)).findFirst();
    }

    /// One entry of `status.nodes`.
    ///
    /// @param type `Pod`, `Steps`, `StepGroup`, `DAG`, `TaskGroup`, `Retry`, `Skipped`, `Suspend` …
    /// @param phase `Pending`, `Running`, `Succeeded`, `Skipped`, `Failed`, `Error` or `Omitted`
    /// @param boundaryId id of the enclosing DAG or Steps node; empty for the root
    public record Node(String id, String name, String displayName, String type, String templateName, String phase,
            String boundaryId, String message, @Nullable Instant startedAt, @Nullable Instant finishedAt,
            String progress, Map<String, String> inputs, Map<String, String> outputs, String exitCode,
            List<String> children) {

        public Node {
            inputs = Map.copyOf(inputs);
            outputs = Map.copyOf(outputs);
            children = List.copyOf(children);
        }

        public boolean isFinished() {
            return switch (phase) {
                case "Pending", "Running" -> false;
                default -> true;
            };
        }
    }
}
