package dev.tiphys.sandbox.fleet;

import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object written as text with `${name}` places.
final class Template {

    private Template() {
    }

    static ObjectNode fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return (ObjectNode) JsonMapper.shared().readTree(filled);
    }
}
