package dev.tiphys.sandbox.workflows.api;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Gives JSON the shape that it has after Go has read and written it: keys match whatever their case, unknown fields
/// are gone, structs that are no pointers appear though they are empty.
final class GoShape {

    private GoShape() {
    }

    /// As the server sends it.
    static ObjectNode of(String type, JsonNode json) {
        return (ObjectNode) shape(type, json, true);
    }

    /// As the server reads a request: without the zero values.
    static ObjectNode read(String type, JsonNode json) {
        return (ObjectNode) shape(type, json, false);
    }

    private static JsonNode shape(String type, JsonNode json, boolean zeros) {
        Optional<Map<String, GoTypes.Field>> fields = GoTypes.find(type);
        if (fields.isEmpty() || !(json instanceof ObjectNode object)) {
            return json.deepCopy();
        }
        ObjectNode shaped = object.objectNode();
        object.properties().forEach(entry -> {
            GoTypes.Field field = fields.get().get(entry.getKey().toLowerCase(Locale.ROOT));
            if (field != null && !entry.getValue().isNull()) {
                shaped.set(field.name(), wrapped(field, field.wrapping(), entry.getValue(), zeros));
            }
        });
        if (zeros) {
            fields.get().values().forEach(field -> fill(shaped, field));
        }
        return shaped;
    }

    private static JsonNode wrapped(GoTypes.Field field, String wrapping, JsonNode value, boolean zeros) {
        if (wrapping.isEmpty()) {
            return shape(field.type(), value, zeros);
        }
        if (wrapping.startsWith("[") && value instanceof ArrayNode list) {
            ArrayNode shaped = list.arrayNode();
            list.forEach(item -> shaped.add(wrapped(field, wrapping.substring(1), item, zeros)));
            return shaped;
        }
        if (wrapping.startsWith("{") && value instanceof ObjectNode map) {
            ObjectNode shaped = map.objectNode();
            map.properties().forEach(
                    entry -> shaped.set(entry.getKey(), wrapped(field, "", entry.getValue(), zeros)));
            return shaped;
        }
        return value.deepCopy();
    }

    private static void fill(ObjectNode shaped, GoTypes.Field field) {
        if (shaped.has(field.name())) {
            return;
        }
        switch (field.zero()) {
            case OBJECT -> shaped.set(field.name(), shape(field.type(), shaped.objectNode(), true));
            case TEXT -> shaped.put(field.name(), "");
            case NULL -> shaped.putNull(field.name());
            case NONE -> {
            }
        }
    }
}
