package dev.tiphys.sandbox.argocd;

import java.time.Duration;
import java.time.Instant;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Requests operations for Applications with auto-sync: once for each revision and source, and with `selfHeal` also
/// when the cluster drifts.
final class AutoSync {

    private final ApplicationStore applications;
    private final SyncWindows windows;
    private final ArgoCdTimings timings;

    AutoSync(ApplicationStore applications, SyncWindows windows, ArgoCdTimings timings) {
        this.applications = applications;
        this.windows = windows;
        this.timings = timings;
    }

    void consider(Application application, Comparison comparison) {
        if (!application.isAutomated() || !comparison.isOutOfSync() || application.hasOperation()
                || application.isDeleting() || onlyPrunes(application, comparison)
                || !windows.allowsAutomaticSync(application)) {
            return;
        }
        if (!wasAttempted(application, comparison)) {
            request(application, comparison, timings.autoSync());
        } else if (application.operationPhase().equals("Succeeded")) {
            if (automated(application).path("selfHeal").asBoolean(false)) {
                request(application, comparison, healDelay(application));
            }
        } else {
            reportFailure(application, comparison);
        }
    }

    private static JsonNode automated(Application application) {
        return application.spec().path("syncPolicy").path("automated");
    }

    private static boolean onlyPrunes(Application application, Comparison comparison) {
        return !automated(application).path("prune").asBoolean(false) && comparison.resources().stream()
                .allMatch(resource -> resource.prunable() || resource.status().equals("Synced"));
    }

    private static boolean wasAttempted(Application application, Comparison comparison) {
        JsonNode state = application.operationState();
        JsonNode result = state.path("syncResult");
        return Application.isCompleted(application.operationPhase())
                && result.path("revision").asString("").equals(comparison.revision())
                && result.path("source").equals(application.source());
    }

    private Duration healDelay(Application application) {
        String finished = application.operationState().path("finishedAt").asString("");
        Instant earliest = Instant.parse(finished).plus(timings.selfHeal());
        Duration wait = Duration.between(applications.world().clock().now(), earliest);
        return wait.isNegative() ? timings.autoSync() : wait;
    }

    private void request(Application seen, Comparison comparison, Duration delay) {
        applications.world().clock().schedule(delay, () -> applications.change(seen.name(), json -> {
            Application application = new Application(json);
            boolean unchanged = application.source().equals(seen.source());
            if (unchanged && application.isAutomated() && !application.hasOperation()) {
                json.set("operation", operation(json, comparison));
                ((ObjectNode) json.path("status")).remove("operationState");
            }
        }));
    }

    private static ObjectNode operation(ObjectNode json, Comparison comparison) {
        JsonNode policy = json.path("spec").path("syncPolicy");
        ObjectNode operation = json.objectNode();
        ObjectNode sync = operation.putObject("sync");
        sync.put("revision", comparison.revision());
        if (policy.path("automated").path("prune").asBoolean(false)) {
            sync.put("prune", true);
        }
        if (policy.path("syncOptions") instanceof ArrayNode options) {
            sync.set("syncOptions", options.deepCopy());
        }
        operation.putObject("initiatedBy").put("automated", true);
        operation.set("retry", policy.path("retry").isObject()
                ? policy.get("retry").deepCopy()
                : json.objectNode().put("limit", 5));
        return operation;
    }

    private void reportFailure(Application application, Comparison comparison) {
        String message = "Failed last sync attempt to " + comparison.revision() + ": "
                + application.operationState().path("message").asString("");
        applications.change(application.name(), json -> {
            ArrayNode conditions = json.withObjectProperty("status").withArrayProperty("conditions");
            boolean known = conditions.valueStream()
                    .anyMatch(condition -> condition.path("type").asString("").equals("SyncError"));
            if (!known) {
                StatusWriter.addCondition(conditions, "SyncError", message, applications.now());
            }
        });
    }
}
