package dev.tiphys.sandbox.workflows.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One workflow while a pass works on it: its object, its nodes and what shall be done afterwards.
final class Run {

    private final ObjectNode workflow;
    private final Instant now;
    private final List<Effect> effects = new ArrayList<>();
    private boolean changed;

    Run(ObjectNode workflow, Instant now) {
        this.workflow = workflow;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    ObjectNode workflow() {
        return workflow;
    }

    String name() {
        return metadata().path("name").asString("");
    }

    String namespace() {
        return metadata().path("namespace").asString("");
    }

    JsonNode metadata() {
        return workflow.path("metadata");
    }

    Instant now() {
        return now;
    }

    /// The spec that counts: that of the template with the workflow's own over it, where it refers to one.
    JsonNode spec() {
        JsonNode stored = status().path("storedWorkflowTemplateSpec");
        return stored.isObject() ? stored : workflow.path("spec");
    }

    /// The spec that people change while it runs (`suspend`, `shutdown`).
    JsonNode ownSpec() {
        return workflow.path("spec");
    }

    ObjectNode status() {
        return workflow.get("status") instanceof ObjectNode present ? present : workflow.putObject("status");
    }

    ObjectNode nodes() {
        return status().get("nodes") instanceof ObjectNode present ? present : status().putObject("nodes");
    }

    Optional<NodeStatus> find(String nodeName) {
        return findById(NodeIds.of(name(), nodeName));
    }

    Optional<NodeStatus> findById(String id) {
        return status().path("nodes").get(id) instanceof ObjectNode json
                ? Optional.of(new NodeStatus(json))
                : Optional.empty();
    }

    List<NodeStatus> allNodes() {
        List<NodeStatus> all = new ArrayList<>();
        status().path("nodes").forEach(json -> all.add(new NodeStatus((ObjectNode) json)));
        return all;
    }

    String shutdown() {
        return ownSpec().path("shutdown").asString("");
    }

    /// Whether a shutdown lets this node start or go on: `Stop` spares the exit handler.
    boolean isShutDownFor(String nodeName) {
        return switch (shutdown()) {
            case "" -> false;
            case "Stop" -> !isExit(nodeName);
            default -> true;
        };
    }

    boolean isExit(String nodeName) {
        String exit = name() + ".onExit";
        return nodeName.equals(exit) || nodeName.startsWith(exit + "[") || nodeName.startsWith(exit + ".")
                || nodeName.startsWith(exit + "(");
    }

    /// Adds a node; a phase that is final gives it `finishedAt` too.
    NodeStatus create(String type, Invocation invocation, String phase, String message) {
        String id = NodeIds.of(name(), invocation.nodeName());
        ObjectNode json = nodes().putObject(id);
        json.put("id", id).put("name", invocation.nodeName()).put("displayName", displayName(invocation))
                .put("type", type);
        invocation.describe(json);
        if (!invocation.boundaryId().isEmpty()) {
            json.put("boundaryID", invocation.boundaryId());
        }
        json.put("startedAt", now.toString()).putNull("finishedAt");
        changed = true;
        NodeStatus node = new NodeStatus(json);
        mark(node, phase, message);
        return node;
    }

    private String displayName(Invocation invocation) {
        String boundary = findById(invocation.boundaryId()).map(NodeStatus::name).orElse("");
        String rest = invocation.nodeName();
        if (!boundary.isEmpty() && rest.startsWith(boundary)) {
            rest = rest.substring(boundary.length());
            int dot = rest.indexOf("].");
            rest = rest.startsWith("[") && dot > 0 ? rest.substring(dot + 2) : rest;
        }
        return rest.startsWith(".") ? rest.substring(1) : rest;
    }

    void mark(NodeStatus node, String phase, String message) {
        put(node.json(), "phase", phase);
        if (!message.isEmpty()) {
            put(node.json(), "message", message);
        }
        if (node.isFulfilled() && node.finishedAt().isEmpty()) {
            put(node.json(), "finishedAt", now.toString());
        }
    }

    void put(ObjectNode json, String field, String value) {
        if (!json.path(field).asString("\0").equals(value)) {
            json.put(field, value);
            changed = true;
        }
    }

    void set(ObjectNode json, String field, JsonNode value) {
        if (!json.path(field).equals(value)) {
            json.set(field, value);
            changed = true;
        }
    }

    void remove(ObjectNode json, String field) {
        changed |= json.remove(field) != null;
    }

    void addChild(NodeStatus parent, NodeStatus child) {
        if (!parent.id().equals(child.id()) && !parent.children().contains(child.id())) {
            parent.array("children").add(child.id());
            changed = true;
        }
    }

    void then(Effect effect) {
        effects.add(effect);
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }

    /// Whether anything changed since the last time this was asked.
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }
}
