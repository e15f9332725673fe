package dev.tiphys.sandbox.workflows.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.workflows.engine.SuppliedOutputs;

/// The suspend nodes of a workflow that wait, and what people do with them.
final class SuspendedNodes {

    private final ObjectNode workflow;
    private final Instant now;

    SuspendedNodes(ObjectNode workflow, Instant now) {
        this.workflow = workflow;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /// Succeeds all that wait, giving their outputs the defaults; one without a default refuses the whole.
    void resumeAll() {
        for (ObjectNode node : waiting()) {
            Optional<String> missing = SuppliedOutputs.applyDefaults(node);
            missing.ifPresent(problem -> {
                throw ArgoError.internal(problem);
            });
            end(node, "Succeeded");
        }
    }

    /// Writes phase, message and outputs into the selected nodes.
    void update(String selector, String phase, String message, Map<String, String> outputs) {
        var selected = NodeSelector.parse(selector);
        List<ObjectNode> nodes = waiting().stream().filter(selected).toList();
        if (nodes.isEmpty()) {
            throw ArgoError.internal("currently, set only targets suspend nodes: no suspend nodes matching "
                    + "nodeFieldSelector: " + selector);
        }
        for (ObjectNode node : nodes) {
            outputs.forEach((name, value) -> supply(node, name, value));
            if (!message.isEmpty()) {
                String before = node.path("message").asString("");
                node.put("message", before.isEmpty() ? message : before + "; " + message);
            }
            if (!phase.isEmpty()) {
                end(node, phase);
            }
        }
    }

    private static void supply(ObjectNode node, String name, String value) {
        boolean any = false;
        for (JsonNode output : node.path("outputs").path("parameters")) {
            boolean open = SuppliedOutputs.isOpen(output);
            any |= open;
            if (output.path("name").asString("").equals(name) && open) {
                SuppliedOutputs.supply((ObjectNode) output, value);
                return;
            }
        }
        throw ArgoError.internal(any
                ? "node is not expecting output parameter '" + name + "'"
                : "cannot set output parameters because node is not expecting any raw parameters");
    }

    private void end(ObjectNode node, String phase) {
        node.put("phase", phase).put("finishedAt", now.toString());
    }

    private List<ObjectNode> waiting() {
        List<ObjectNode> nodes = new ArrayList<>();
        for (JsonNode node : workflow.path("status").path("nodes")) {
            if (node.path("type").asString("").equals("Suspend") && node.path("phase").asString("").equals("Running")) {
                nodes.add((ObjectNode) node);
            }
        }
        return nodes;
    }
}
