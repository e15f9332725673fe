package dev.tiphys.sandbox.workloads;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The conditions of a workload's status: each type once, with the times of its changes.
final class Conditions {

    private final ObjectNode status;
    private final Instant now;

    Conditions(ObjectNode status, Instant now) {
        this.status = status;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    JsonNode find(String type) {
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asString("").equals(type)) {
                return condition;
            }
        }
        return status.path("conditions").path("absent");
    }

    String reason(String type) {
        return find(type).path("reason").asString("");
    }

    void set(String type, boolean value, String reason, String message) {
        set(type, value ? "True" : "False", reason, message);
    }

    void set(String type, String value, String reason, String message) {
        if (find(type) instanceof ObjectNode present) {
            boolean turned = !present.path("status").asString("").equals(value);
            boolean changed = turned || !present.path("reason").asString("").equals(reason)
                    || !present.path("message").asString("").equals(message);
            if (turned) {
                present.put("lastTransitionTime", now.toString());
            }
            if (changed) {
                present.put("status", value).put("reason", reason).put("message", message).put("lastUpdateTime",
                        now.toString());
            }
            return;
        }
        status.withArrayProperty("conditions").addObject().put("type", type).put("status", value)
                .put("reason", reason).put("message", message).put("lastUpdateTime", now.toString())
                .put("lastTransitionTime", now.toString());
    }

    /// Notes that something moved, which puts the progress deadline off.
    void touch(String type) {
        if (find(type) instanceof ObjectNode present) {
            present.put("lastUpdateTime", now.toString());
        }
    }

    void remove(String type) {
        if (status.path("conditions") instanceof ArrayNode all) {
            all.removeIf(condition -> condition.path("type").asString("").equals(type));
        }
    }
}
