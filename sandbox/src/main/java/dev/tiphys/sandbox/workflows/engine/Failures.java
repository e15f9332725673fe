package dev.tiphys.sandbox.workflows.engine;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `workflow.failures` for the exit handler.
final class Failures {

    private Failures() {
    }

    static ArrayNode of(Run run) {
        ArrayNode failures = JsonNodeFactory.instance.arrayNode();
        for (NodeStatus node : run.allNodes()) {
            if (node.hasFailed()) {
                failures.addObject().put("displayName", node.json().path("displayName").asString(""))
                        .put("message", node.message()).put("templateName", node.templateName())
                        .put("phase", node.phase()).put("podName", node.id())
                        .put("finishedAt", node.json().path("finishedAt").asString(""));
            }
        }
        return failures;
    }
}
