package dev.tiphys.sandbox.workflows.api;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Objects as the server's typed clients know them: without `apiVersion` and `kind`.
final class Shapes {

    private Shapes() {
    }

    static ObjectNode answer(String type, JsonNode object) {
        ObjectNode shaped = GoShape.of(type, object);
        shaped.remove(List.of("apiVersion", "kind"));
        if (shaped.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return shaped;
    }

    static ObjectNode stored(String type, JsonNode object) {
        ObjectNode shaped = GoShape.of(type, object);
        shaped.put("apiVersion", "argoproj.io/v1alpha1").put("kind", type);
        return shaped;
    }
}
