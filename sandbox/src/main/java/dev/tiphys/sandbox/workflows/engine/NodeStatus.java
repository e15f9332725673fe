package dev.tiphys.sandbox.workflows.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A view of one entry of `status.nodes`.
record NodeStatus(ObjectNode json) {

    String id() {
        return text("id");
    }

    String name() {
        return text("name");
    }

    String type() {
        return text("type");
    }

    String phase() {
        return text("phase");
    }

    String message() {
        return text("message");
    }

    String boundaryId() {
        return text("boundaryID");
    }

    String templateName() {
        return text("templateName");
    }

    boolean isType(String... types) {
        return List.of(types).contains(type());
    }

    /// Whether nothing more comes of it.
    boolean isFulfilled() {
        return isCompleted() || phase().equals("Skipped") || phase().equals("Omitted");
    }

    /// Whether it ran and ended.
    boolean isCompleted() {
        return phase().equals("Succeeded") || hasFailed();
    }

    boolean hasFailed() {
        return phase().equals("Failed") || phase().equals("Error");
    }

    List<String> children() {
        return strings("children");
    }

    List<String> outboundNodes() {
        return strings("outboundNodes");
    }

    private List<String> strings(String field) {
        List<String> values = new ArrayList<>();
        json.path(field).forEach(value -> values.add(value.asString()));
        return values;
    }

    Optional<Instant> startedAt() {
        return instant("startedAt");
    }

    Optional<Instant> finishedAt() {
        return instant("finishedAt");
    }

    private Optional<Instant> instant(String field) {
        JsonNode value = json.path(field);
        return value.isString() ? Optional.of(Instant.parse(value.asString())) : Optional.empty();
    }

    JsonNode outputs() {
        return json.path("outputs");
    }

    ArrayNode array(String field) {
        return json.get(field) instanceof ArrayNode present ? present : json.putArray(field);
    }

    private String text(String field) {
        return json.path(field).asString("");
    }
}
