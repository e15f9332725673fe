package dev.tiphys.sandbox.argocd;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// A request body as Go decodes it: unknown fields are ignored, names may be written in any case, a wrong type is
/// a refusal.
record Body(ObjectNode json) {

    static Body parse(String text) {
        if (text.isBlank()) {
            return new Body(JsonNodeFactory.instance.objectNode());
        }
        if (read(text) instanceof ObjectNode object) {
            return new Body(object);
        }
        throw GrpcException.invalid("json: cannot unmarshal value into Go value");
    }

    static JsonNode read(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException malformed) {
            throw new GrpcException(GrpcCode.INVALID_ARGUMENT,
                    "invalid character in JSON: " + malformed.getOriginalMessage());
        }
    }

    JsonNode field(String name) {
        JsonNode exact = json.get(name);
        if (exact != null) {
            return exact;
        }
        for (var entry : json.properties()) {
            if (entry.getKey().equalsIgnoreCase(name)) {
                return entry.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    boolean has(String name) {
        JsonNode value = field(name);
        return !value.isMissingNode() && !value.isNull();
    }

    String text(String name) {
        return has(name) ? typed(name, field(name).isString(), "string").asString() : "";
    }

    boolean flag(String name) {
        return has(name) && typed(name, field(name).isBoolean(), "bool").asBoolean();
    }

    long number(String name) {
        return has(name) ? typed(name, field(name).isIntegralNumber(), "int64").asLong() : 0;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        field(name).forEach(value -> texts.add(value.asString("")));
        return texts;
    }

    private JsonNode typed(String name, boolean fits, String type) {
        if (!fits) {
            throw GrpcException.invalid("json: cannot unmarshal " + field(name).getNodeType().name().toLowerCase(
                    java.util.Locale.ROOT) + " into Go struct field ." + name + " of type " + type);
        }
        return field(name);
    }
}
