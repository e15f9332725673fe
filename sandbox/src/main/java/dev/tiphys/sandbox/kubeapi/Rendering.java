package dev.tiphys.sandbox.kubeapi;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.kube.Kind;

/// How answers look: objects and lists as they are, or as the tables that kubectl asks for.
final class Rendering {

    private final Request request;
    private final Clock clock;

    Rendering(Request request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    private boolean asTable() {
        String accept = request.header("Accept").orElse("").toLowerCase(Locale.ROOT);
        return accept.contains("as=table") && accept.contains("v=v1;") && accept.contains("application/json");
    }

    private Tables tables(Kind kind) {
        return new Tables(kind, clock.instant(), request.query("includeObject").orElse("").equals("Object"));
    }

    /// One object, or the table of it.
    JsonNode one(Kind kind, ObjectNode object) {
        ObjectNode meta = JsonMapper.shared().createObjectNode().put("resourceVersion",
                object.path("metadata").path("resourceVersion").asString(""));
        return asTable() ? tables(kind).of(List.of(object), meta) : object;
    }

    JsonNode list(Kind kind, List<ObjectNode> objects, ObjectNode meta) {
        if (asTable()) {
            return tables(kind).of(objects, meta);
        }
        ObjectNode list = JsonMapper.shared().createObjectNode().put("kind", kind.name() + "List").put("apiVersion",
                kind.apiVersion());
        list.set("metadata", meta);
        objects.forEach(list.putArray("items")::add);
        return list;
    }

    void answer(int code, JsonNode body) throws IOException {
        request.answer(code, "application/json", body.toString());
    }
}
