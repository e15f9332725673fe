package dev.tiphys.sandbox.argocd;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `fields` everywhere but on the list of Applications: any paths, kept or (after a `-`) left out; arrays are
/// walked through.
final class JsonFields {

    private final boolean exclude;
    private final Tree wanted = new Tree(new LinkedHashMap<>());

    private JsonFields(boolean exclude) {
        this.exclude = exclude;
    }

    static JsonFields parse(String fields) {
        JsonFields parsed = new JsonFields(fields.startsWith("-"));
        for (String path : (parsed.exclude ? fields.substring(1) : fields).split(",", -1)) {
            Tree tree = parsed.wanted;
            for (String part : path.split("\\.", -1)) {
                tree = tree.parts.computeIfAbsent(part, key -> new Tree(new LinkedHashMap<>()));
            }
        }
        return parsed;
    }

    JsonNode of(JsonNode json) {
        return exclude ? without(json, wanted) : only(json, wanted);
    }

    private static JsonNode only(JsonNode json, Tree tree) {
        if (tree.parts.isEmpty()) {
            return json;
        }
        if (json.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> array.add(only(item, tree)));
            return array;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        tree.parts.forEach((name, below) -> {
            if (json.has(name)) {
                kept.set(name, only(json.get(name), below));
            }
        });
        return json.isObject() ? kept : json;
    }

    private static JsonNode without(JsonNode json, Tree tree) {
        if (json.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            json.forEach(item -> array.add(without(item, tree)));
            return array;
        }
        if (!json.isObject()) {
            return json;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        json.properties().forEach(entry -> {
            Tree below = tree.parts.get(entry.getKey());
            if (below == null) {
                kept.set(entry.getKey(), entry.getValue());
            } else if (!below.parts.isEmpty()) {
                kept.set(entry.getKey(), without(entry.getValue(), below));
            }
        });
        return kept;
    }

    private record Tree(Map<String, Tree> parts) {}
}
