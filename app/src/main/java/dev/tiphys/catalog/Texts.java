package dev.tiphys.catalog;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.json.JsonView;

/// Names and values as the database keeps them.
final class Texts {

    private Texts() {
    }

    static String write(Map<String, String> values) {
        ObjectNode json = JsonView.object();
        values.forEach(json::put);
        return JsonView.write(json);
    }

    static Map<String, String> read(String json) {
        return new LinkedHashMap<>(JsonView.parse(json).map());
    }
}
