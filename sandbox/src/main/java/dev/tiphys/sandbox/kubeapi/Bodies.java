package dev.tiphys.sandbox.kubeapi;

import java.util.Locale;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;

/// The JSON that clients send.
final class Bodies {

    private Bodies() {
    }

    static JsonNode json(Request request) {
        try {
            return JsonMapper.shared().readTree(request.text());
        } catch (JacksonException broken) {
            throw ApiRefusal.badRequest("the object provided is unrecognized (must be of type JSON): "
                    + broken.getOriginalMessage());
        }
    }

    static ObjectNode object(Request request) {
        String type = request.header("Content-Type").orElse("application/json").toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json")) {
            throw ApiRefusal.unsupportedMediaType("the sandbox reads JSON alone, not " + type
                    + ": with kubectl, write the object to a file and use create -f or apply -f");
        }
        if (json(request) instanceof ObjectNode object) {
            return object;
        }
        throw ApiRefusal.badRequest("the object provided is unrecognized: a JSON object is wanted");
    }
}
