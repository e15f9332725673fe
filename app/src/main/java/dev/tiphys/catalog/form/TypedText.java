package dev.tiphys.catalog.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a text means where a schema wants a number, a yes or no, or a list. A text that means no such thing stays one,
/// so that the schema refuses it.
final class TypedText {

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d{0,400})");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,400})(\\.\\d{1,400})?([eE][+-]?\\d{1,3})?");
    private static final Pattern SEPARATOR = Pattern.compile("[,\\n]");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TypedText() {
    }

    static JsonNode of(String text, JsonNode schema) {
        Set<String> types = types(schema);
        if (types.isEmpty()) {
            return listed(text, schema).orElseGet(() -> NODES.stringNode(text));
        }
        return Stream.of("integer", "number", "boolean", "array", "object").filter(types::contains)
                .flatMap(type -> of(text, type, schema).stream()).findFirst().orElseGet(() -> NODES.stringNode(text));
    }

    static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        Set<String> types = new LinkedHashSet<>();
        if (type.isString()) {
            types.add(type.asString());
        }
        type.valueStream().forEach(one -> types.add(one.asString("")));
        return types;
    }

    // Without a type the values that are listed say what is meant.
    private static Optional<JsonNode> listed(String text, JsonNode schema) {
        return Stream.concat(schema.path("enum").valueStream(), Stream.of(schema.path("const")))
                .filter(value -> value.isValueNode() && !value.isNull() && value.asString("").equals(text)).findFirst();
    }

    private static Optional<JsonNode> of(String text, String type, JsonNode schema) {
        return switch (type) {
            case "integer", "number" -> number(text);
            case "boolean" -> List.of("true", "false").contains(text)
                    ? Optional.of(NODES.booleanNode(text.equals("true")))
                    : Optional.empty();
            case "array" -> Optional.of(list(text, schema.path("items")));
            default -> json(text).filter(JsonNode::isObject);
        };
    }

    private static Optional<JsonNode> number(String text) {
        if (INTEGER.matcher(text).matches()) {
            BigInteger whole = new BigInteger(text);
            return Optional.of(whole.bitLength() < 63 ? NODES.numberNode(whole.longValue()) : NODES.numberNode(whole));
        }
        return NUMBER.matcher(text).matches() ? Optional.of(NODES.numberNode(new BigDecimal(text))) : Optional.empty();
    }

    /// A JSON list, or one item on each line or between commas.
    private static JsonNode list(String text, JsonNode items) {
        if (text.startsWith("[")) {
            Optional<JsonNode> written = json(text).filter(JsonNode::isArray);
            if (written.isPresent()) {
                return written.get();
            }
        }
        ArrayNode list = NODES.arrayNode();
        SEPARATOR.splitAsStream(text).map(String::strip).filter(item -> !item.isEmpty())
                .forEach(item -> list.add(of(item, items)));
        return list;
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JsonMapper.shared().readTree(text));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /// A value as people would write it into a field.
    static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }
}
