package dev.tiphys.sandbox.workflows.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.workflows.Callers.Caller;

/// One call of the Argo Server by someone it knows.
record Call(Request request, Map<String, String> path, Caller caller) {

    String namespace() {
        return path.getOrDefault("namespace", "");
    }

    String name() {
        return path.getOrDefault("name", "");
    }

    String query(String name) {
        return request.query(name).orElse("");
    }

    /// The body, read as Go would read it into `type`; an empty one is an empty object.
    ObjectNode body(String type) {
        String text = request.text();
        try {
            JsonNode json = text.isBlank() ? JsonNodeFactory.instance.objectNode() : JsonMapper.shared().readTree(text);
            if (!json.isObject()) {
                throw ArgoError.invalid("json: cannot unmarshal " + json.getNodeType() + " into Go value of type "
                        + type);
            }
            return GoShape.read(type, json);
        } catch (JacksonException notJson) {
            throw ArgoError.invalid("invalid JSON: " + notJson.getOriginalMessage());
        }
    }

    void answer(JsonNode json) throws IOException {
        request.answerHeader("Grpc-Metadata-Argo-Version", ServerInfo.VERSION);
        request.answer(200, "application/json", json.toString().getBytes(StandardCharsets.UTF_8));
    }

    void answer(String type, JsonNode json) throws IOException {
        answer(GoShape.of(type, json));
    }
}
