package dev.tiphys.sandbox.argocd;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.argocd.SyncPlanner.SyncPlan;

/// The deployments of an Application that rollbacks refer to.
final class History {

    private History() {
    }

    /// Adds what has just been deployed and forgets what is beyond the limit.
    static void append(ObjectNode json, SyncPlan deployed, String now) {
        ArrayNode history = json.withObjectProperty("status").withArrayProperty("history");
        long id = history.isEmpty() ? 0 : history.get(history.size() - 1).path("id").asLong(0) + 1;
        ObjectNode state = (ObjectNode) json.path("status").path("operationState");
        ObjectNode entry = history.addObject();
        entry.put("revision", deployed.revision()).put("deployedAt", now).put("id", id);
        entry.set("source", deployed.source().deepCopy());
        entry.put("deployStartedAt", state.path("startedAt").asString(now));
        entry.set("initiatedBy", state.path("operation").path("initiatedBy").deepCopy());
        int limit = json.path("spec").path("revisionHistoryLimit").asInt(10);
        while (history.size() > Math.max(limit, 0)) {
            history.remove(0);
        }
    }
}
