package dev.tiphys.sandbox.workflows.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the steps or tasks of one template know of each other: `steps.x.…`, `tasks.x.…`.
final class LocalScope {

    private final Variables variables;
    private final List<String> skipped = new ArrayList<>();

    LocalScope(Variables outer) {
        this.variables = outer.copy();
    }

    Variables variables() {
        return variables;
    }

    /// Whether a reference such as `steps.ask.outputs.parameters.x` points to a node that never ran.
    boolean pointsToSkipped(String reference) {
        return skipped.stream().anyMatch(prefix -> reference.contains(prefix + "."));
    }

    void add(String prefix, NodeStatus node) {
        status(prefix, node);
        JsonNode outputs = node.outputs();
        if (outputs.has("result")) {
            variables.put(prefix + ".outputs.result", outputs.path("result").asString(""));
        }
        if (outputs.has("exitCode")) {
            variables.put(prefix + ".exitCode", outputs.path("exitCode").asString(""));
        }
        for (JsonNode parameter : outputs.path("parameters")) {
            if (parameter.has("value")) {
                variables.put(prefix + ".outputs.parameters." + parameter.path("name").asString(""),
                        ArgumentBinding.text(parameter.path("value")));
            }
        }
    }

    /// The nodes of a fan-out: their outputs become JSON lists.
    void addAll(String prefix, NodeStatus group, List<NodeStatus> children) {
        status(prefix, group);
        aggregate(prefix, children);
    }

    void aggregate(String prefix, List<NodeStatus> children) {
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        TreeMap<String, ArrayNode> byName = new TreeMap<>();
        for (NodeStatus child : children) {
            if (child.outputs().has("result")) {
                results.add(child.outputs().path("result"));
            }
            ObjectNode one = all.objectNode();
            child.outputs().path("parameters").forEach(parameter -> {
                String name = parameter.path("name").asString("");
                one.set(name, parameter.path("value"));
                byName.computeIfAbsent(name, key -> all.arrayNode()).add(parameter.path("value"));
            });
            if (!one.isEmpty()) {
                all.add(one);
            }
        }
        if (!results.isEmpty()) {
            variables.put(prefix + ".outputs.result", results.toString());
        }
        if (!all.isEmpty()) {
            variables.put(prefix + ".outputs.parameters", all.toString());
        }
        byName.forEach((name, values) -> variables.put(prefix + ".outputs.parameters." + name, values.toString()));
    }

    private void status(String prefix, NodeStatus node) {
        variables.put(prefix + ".id", node.id()).put(prefix + ".status", node.phase());
        node.startedAt().ifPresent(at -> variables.put(prefix + ".startedAt", at.toString()));
        node.finishedAt().ifPresent(at -> variables.put(prefix + ".finishedAt", at.toString()));
        if (node.phase().equals("Skipped") || node.phase().equals("Omitted")) {
            skipped.add(prefix);
        }
    }
}
