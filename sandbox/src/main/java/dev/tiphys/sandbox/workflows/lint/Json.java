package dev.tiphys.sandbox.workflows.lint;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/// Short ways to look at specs.
final class Json {

    private Json() {
    }

    static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isMissingNode() || value.isNull() ? "" : value.isString() ? value.asString() : value.toString();
    }

    static boolean has(JsonNode json, String field) {
        return json.has(field) && !json.path(field).isNull();
    }

    static List<JsonNode> items(JsonNode json) {
        List<JsonNode> items = new ArrayList<>();
        if (json.isArray()) {
            json.forEach(items::add);
        }
        return items;
    }

    static List<String> names(JsonNode list) {
        return items(list).stream().map(item -> text(item, "name")).toList();
    }
}
