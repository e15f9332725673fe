package dev.tiphys.sandbox.slack;

import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.page.Form;

/// The arguments of one Web API call, which Slack takes as a query, as a form or as JSON.
record SlackArguments(ObjectNode values, String token) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static SlackArguments read(Request request) {
        ObjectNode values = JSON.createObjectNode();
        Form.query(request).fields().forEach(values::put);
        if (request.header("Content-Type").orElse("").startsWith("application/json")) {
            values.setAll(object(request.text()));
        } else if (request.method().equals("POST")) {
            Form.body(request).fields().forEach(values::put);
        }
        String token = request.header("Authorization").filter(header -> header.startsWith("Bearer "))
                .map(header -> header.substring(7)).orElse(values.path("token").asString(""));
        return new SlackArguments(values, token);
    }

    private static ObjectNode object(String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            throw new SlackError("invalid_json");
        }
        throw new SlackError("json_not_object");
    }

    String get(String name) {
        return values.path(name).asString("");
    }

    /// The blocks of a message, given as JSON or as JSON within a string.
    ArrayNode blocks() {
        JsonNode blocks = structure("blocks").orElseGet(JSON::createArrayNode);
        if (!(blocks instanceof ArrayNode array)) {
            throw new SlackError("invalid_blocks_format");
        }
        SlackBlocks.check(array);
        return array;
    }

    Optional<JsonNode> structure(String name) {
        JsonNode value = values.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(value.isString() ? JSON.readTree(value.asString()) : value);
        } catch (JacksonException malformed) {
            throw new SlackError("invalid_arguments");
        }
    }
}
