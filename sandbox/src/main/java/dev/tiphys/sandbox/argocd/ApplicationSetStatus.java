package dev.tiphys.sandbox.argocd;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes the outcome of a reconciliation into an ApplicationSet's status.
final class ApplicationSetStatus {

    private static final int MOST = 5000;

    private ApplicationSetStatus() {
    }

    /// @param error empty when all went well
    static void write(ObjectNode set, List<Application> children, String error, String now) {
        ObjectNode status = set.withObjectProperty("status");
        boolean good = error.isEmpty();
        ArrayNode before = status.path("conditions") instanceof ArrayNode present ? present : status.arrayNode();
        ArrayNode conditions = status.arrayNode();
        condition(conditions, before, "ErrorOccurred", !good, good
                ? "ApplicationSetUpToDate"
                : "ApplicationGenerationFromParamsError",
                good
                        ? "All applications have been generated successfully"
                        : error,
                now);
        condition(conditions, before, "ParametersGenerated", good, good ? "ParametersGenerated" : "ErrorOccurred",
                good ? "Successfully generated parameters for all Applications" : error, now);
        condition(conditions, before, "ResourcesUpToDate", good, good ? "ApplicationSetUpToDate" : "ErrorOccurred",
                good ? "All applications have been generated successfully" : error, now);
        status.set("conditions", conditions);
        status.putObject("health").put("status", good ? "Healthy" : "Degraded");
        if (good) {
            resources(status, children);
        }
    }

    static void resources(ObjectNode status, List<Application> children) {
        ArrayNode resources = status.putArray("resources");
        for (Application child : children.subList(0, Math.min(MOST, children.size()))) {
            ObjectNode entry = resources.addObject();
            StatusWriter.reference(child.json(), entry);
            JsonNode of = child.json().path("status");
            entry.put("status", of.path("sync").path("status").asString(""));
            entry.putObject("health").put("status", of.path("health").path("status").asString(""));
        }
        status.put("resourcesCount", children.size());
    }

    private static void condition(ArrayNode conditions, ArrayNode before, String type, boolean holds, String reason,
            String message, String now) {
        ObjectNode condition = conditions.addObject();
        condition.put("type", type).put("status", holds ? "True" : "False").put("reason", reason)
                .put("message", message);
        String since = now;
        for (JsonNode old : before) {
            if (old.path("type").asString("").equals(type)
                    && old.path("status").equals(condition.path("status"))
                    && old.path("message").equals(condition.path("message"))) {
                since = old.path("lastTransitionTime").asString(now);
            }
        }
        condition.put("lastTransitionTime", since);
    }
}
