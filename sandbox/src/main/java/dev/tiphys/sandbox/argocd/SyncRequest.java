package dev.tiphys.sandbox.argocd;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The operation that a sync or rollback request stores in an Application.
final class SyncRequest {

    private SyncRequest() {
    }

    static ObjectNode of(Body body, Application application) {
        ObjectNode sync = JsonNodeFactory.instance.objectNode();
        for (String flag : List.of("prune", "dryRun")) {
            if (body.flag(flag)) {
                sync.put(flag, true);
            }
        }
        if (body.field("strategy") instanceof ObjectNode strategy && !strategy.isEmpty()) {
            sync.set("syncStrategy", strategy.deepCopy());
        } else {
            sync.putObject("syncStrategy").putObject("hook");
        }
        if (body.field("resources") instanceof ArrayNode resources && !resources.isEmpty()) {
            sync.set("resources", resources.deepCopy());
        }
        if (application.isMultiSource()) {
            sync.set("sources", application.spec().path("sources").deepCopy());
        } else {
            sync.set("source", application.source().deepCopy());
        }
        options(sync, body.field("syncOptions").path("items"), application);
        return sync;
    }

    private static void options(ObjectNode sync, JsonNode given, Application application) {
        JsonNode options = given.isArray() ? given : application.spec().path("syncPolicy").path("syncOptions");
        if (options.isArray()) {
            sync.set("syncOptions", options.deepCopy());
        }
    }

    /// Adds who asked, what for, and how often to retry.
    static void describe(ObjectNode operation, Body body, Application application, Caller caller) {
        operation.putObject("initiatedBy").put("username", caller.username());
        if (body.field("infos") instanceof ArrayNode infos && !infos.isEmpty()) {
            operation.set("info", infos.deepCopy());
        }
        JsonNode retry = body.has("retryStrategy")
                ? body.field("retryStrategy")
                : application.spec().path("syncPolicy").path("retry");
        operation.set("retry", retry.isObject() ? retry.deepCopy() : JsonNodeFactory.instance.objectNode());
    }

    static ObjectNode ofRollback(Body body, JsonNode deployed, Application application) {
        ObjectNode sync = JsonNodeFactory.instance.objectNode();
        sync.put("revision", deployed.path("revision").asString(""));
        for (String flag : List.of("prune", "dryRun")) {
            if (body.flag(flag)) {
                sync.put(flag, true);
            }
        }
        sync.putObject("syncStrategy").putObject("apply");
        sync.set("source", deployed.path("source").deepCopy());
        options(sync, JsonNodeFactory.instance.missingNode(), application);
        return sync;
    }
}
