package dev.tiphys.argo.json;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// A forgiving look at one JSON value. A path that leads nowhere, or to `null`, gives an empty text, list or map.
public record JsonView(JsonNode node) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    public static final JsonView EMPTY = new JsonView(MissingNode.getInstance());

    /// Reads a JSON text; anything else is an [IllegalArgumentException].
    public static JsonView parse(String text) {
        try {
            return new JsonView(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// An empty JSON object to fill.
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /// The value as JSON text.
    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    public JsonView at(String... path) {
        JsonNode at = node;
        for (String key : path) {
            at = at.path(key);
        }
        return new JsonView(at);
    }

    public boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    public String text(String... path) {
        JsonNode at = at(path).node;
        return at.isValueNode() && !at.isNull() ? at.asString("") : "";
    }

    public int number(int otherwise, String... path) {
        return at(path).node.asInt(otherwise);
    }

    public boolean flag(String... path) {
        return at(path).node.asBoolean(false);
    }

    public @Nullable Instant instant(String... path) {
        String text = text(path);
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException ignored) {
            return null;
        }
    }

    public Stream<JsonView> items(String... path) {
        JsonNode at = at(path).node;
        return at.isArray() ? at.valueStream().map(JsonView::new) : Stream.empty();
    }

    public List<String> texts(String... path) {
        return items(path).map(JsonView::text).filter(text -> !text.isEmpty()).toList();
    }

    /// The texts of an object's fields, in its order.
    public Map<String, String> map(String... path) {
        Map<String, String> map = new LinkedHashMap<>();
        at(path).node.properties().forEach(entry -> map.put(entry.getKey(), new JsonView(entry.getValue()).text()));
        return map;
    }

    /// The value as JSON text; empty where there is none.
    public String json() {
        return isPresent() ? write(node) : "";
    }
}
