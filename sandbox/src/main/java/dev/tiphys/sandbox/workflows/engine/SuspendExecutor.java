package dev.tiphys.sandbox.workflows.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Executes suspend templates: the node waits for a person or for its duration.
final class SuspendExecutor {

    private final Pass pass;

    SuspendExecutor(Pass pass) {
        this.pass = pass;
    }

    NodeStatus execute(Work work) {
        NodeStatus node = pass.run().find(work.nodeName()).orElseGet(() -> begin(work));
        String duration = ArgumentBinding.text(work.template().path("suspend").path("duration"));
        if (!node.isFulfilled() && work.template().path("suspend").has("duration")) {
            Instant end = node.startedAt().orElse(pass.run().now()).plus(Durations.parse(duration));
            if (pass.run().now().isBefore(end)) {
                pass.run().then(new Effect.WakeIn(Duration.between(pass.run().now(), end)));
            } else {
                finish(node);
            }
        }
        return node;
    }

    private NodeStatus begin(Work work) {
        NodeStatus node = pass.create("Suspend", work, "Running", "");
        node.json().path("inputs").path("parameters").forEach(input -> takeEnum((ObjectNode) input));
        if (work.template().path("outputs").path("parameters").size() > 0) {
            ObjectNode outputs = ((ObjectNode) work.template().path("outputs")).deepCopy();
            outputs.path("parameters").forEach(output -> inheritDefault(node, (ObjectNode) output));
            node.json().set("outputs", outputs);
        }
        return node;
    }

    // A JSON value {"enum":[…]} given as an input becomes the choice that the node offers.
    private static void takeEnum(ObjectNode input) {
        String value = input.path("value").asString("");
        if (value.startsWith("{")) {
            try {
                JsonNode json = JsonMapper.shared().readTree(value);
                if (json.path("enum").isArray()) {
                    input.set("enum", json.path("enum"));
                }
            } catch (JacksonException plainText) {
                input.put("value", value);
            }
        }
    }

    private static void inheritDefault(NodeStatus node, ObjectNode output) {
        if (!(output.get("valueFrom") instanceof ObjectNode source) || !source.has("supplied")
                || source.has("default")) {
            return;
        }
        for (JsonNode input : node.json().path("inputs").path("parameters")) {
            if (input.path("name").equals(output.path("name")) && input.has("default")) {
                source.set("default", input.path("default"));
            }
        }
    }

    private void finish(NodeStatus node) {
        Optional<String> missing = SuppliedOutputs.applyDefaults(node.json());
        if (missing.isPresent()) {
            pass.run().mark(node, "Error", missing.get());
        } else {
            pass.run().mark(node, "Succeeded", "");
        }
    }
}
