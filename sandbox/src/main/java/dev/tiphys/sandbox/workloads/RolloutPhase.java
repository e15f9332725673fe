package dev.tiphys.sandbox.workloads;

import java.util.List;

import tools.jackson.databind.JsonNode;

/// The phase of a Rollout with its message, by the controller's own rules in their order.
record RolloutPhase(String phase, String message) {

    private static final List<String> DEGRADED = List.of("RolloutAborted", "ProgressDeadlineExceeded");

    static RolloutPhase of(JsonNode spec, JsonNode status) {
        for (JsonNode condition : status.path("conditions")) {
            String reason = condition.path("reason").asString("");
            if (condition.path("type").asString("").equals("InvalidSpec") || DEGRADED.contains(reason)) {
                return new RolloutPhase("Degraded", reason + ": " + condition.path("message").asString(""));
            }
        }
        if (spec.path("paused").asBoolean(false)) {
            return new RolloutPhase("Paused", "manually paused");
        }
        if (!status.path("pauseConditions").isEmpty()) {
            return new RolloutPhase("Paused", status.path("pauseConditions").path(0).path("reason").asString(""));
        }
        return moving(spec, status);
    }

    private static RolloutPhase moving(JsonNode spec, JsonNode status) {
        int updated = status.path("updatedReplicas").asInt(0);
        if (!spec.path("restartAt").asString("").equals(status.path("restartedAt").asString(""))
                && spec.has("restartAt")) {
            return progressing("rollout is restarting");
        }
        if (updated < spec.path("replicas").asInt(1)) {
            return progressing("more replicas need to be updated");
        }
        if (status.path("availableReplicas").asInt(0) < updated) {
            return progressing("updated replicas are still becoming available");
        }
        return spec.path("strategy").has("blueGreen") ? blueGreen(spec, status) : canary(spec, status);
    }

    private static RolloutPhase blueGreen(JsonNode spec, JsonNode status) {
        String current = status.path("currentPodHash").asString("");
        if (!status.path("blueGreen").path("activeSelector").asString("").equals(current)) {
            return progressing("active service cutover pending");
        }
        if (!status.path("stableRS").asString("").equals(current)) {
            return progressing(spec.path("strategy").path("blueGreen").has("postPromotionAnalysis")
                    ? "waiting for analysis to complete"
                    : "waiting for post-promotion verification to complete");
        }
        return new RolloutPhase("Healthy", "");
    }

    private static RolloutPhase canary(JsonNode spec, JsonNode status) {
        boolean routed = spec.path("strategy").path("canary").has("trafficRouting");
        if (!routed && status.path("replicas").asInt(0) > status.path("updatedReplicas").asInt(0)) {
            return progressing("old replicas are pending termination");
        }
        if (!status.path("stableRS").asString("").equals(status.path("currentPodHash").asString(""))) {
            return progressing("waiting for all steps to complete");
        }
        return new RolloutPhase("Healthy", "");
    }

    private static RolloutPhase progressing(String message) {
        return new RolloutPhase("Progressing", message);
    }
}
