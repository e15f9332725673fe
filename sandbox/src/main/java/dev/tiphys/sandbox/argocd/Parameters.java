package dev.tiphys.sandbox.argocd;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/// What a generator of an ApplicationSet gives its template, under flat names such as `metadata.labels.region`.
final class Parameters {

    private Parameters() {
    }

    static Map<String, String> flat(JsonNode parameters) {
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", parameters, flat);
        return flat;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> flat) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String name = prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey();
            if (entry.getValue().isObject()) {
                flatten(name, entry.getValue(), flat);
            } else {
                flat.put(name, entry.getValue().asString(entry.getValue().toString()));
            }
        }
    }
}
