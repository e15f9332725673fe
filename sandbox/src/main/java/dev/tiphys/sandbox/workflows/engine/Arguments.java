package dev.tiphys.sandbox.workflows.engine;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Arguments of a workflow over those of the template it refers to, by name.
public final class Arguments {

    private Arguments() {
    }

    public static ObjectNode merge(JsonNode under, JsonNode over) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        under.path("parameters").forEach(one -> byName.put(one.path("name").asString(""), one.deepCopy()));
        over.path("parameters").forEach(one -> byName.put(one.path("name").asString(""), one.deepCopy()));
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        if (!byName.isEmpty()) {
            ArrayNode parameters = merged.putArray("parameters");
            byName.values().forEach(parameters::add);
        }
        return merged;
    }
}
