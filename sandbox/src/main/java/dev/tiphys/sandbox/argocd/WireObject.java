package dev.tiphys.sandbox.argocd;

import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Objects as Argo CD's API shows them: without `apiVersion` and `kind`, with the empty nested objects that Go writes.
/// Parts are shared with the original, so that thousands can be listed without copying.
final class WireObject {

    private WireObject() {
    }

    /// An Application as *list* gives it.
    static ObjectNode application(ObjectNode application) {
        ObjectNode wire = plain(application);
        if (!wire.has("spec")) {
            wire.putObject("spec");
        }
        wire.set("status", status(application.path("status")));
        if (application.path("operation") instanceof ObjectNode operation) {
            wire.set("operation", operation(operation));
        }
        return wire;
    }

    /// An Application as *get* and *stream* give it: with the health of each resource.
    static ObjectNode withResourceHealth(ObjectNode application, Map<ResourceKey, Health> health) {
        ObjectNode wire = application(application);
        JsonNode resources = wire.path("status").path("resources");
        if (resources.isEmpty() || health.isEmpty()) {
            return wire;
        }
        var filled = JsonNodeFactory.instance.arrayNode();
        for (JsonNode resource : resources) {
            Health known = health.get(new ResourceKey(resource.path("group").asString(""),
                    resource.path("kind").asString(""), resource.path("namespace").asString(""),
                    resource.path("name").asString("")));
            ObjectNode entry = shallow(resource);
            if (known != null) {
                putHealth(entry, known);
            }
            filled.add(entry);
        }
        ((ObjectNode) wire.get("status")).set("resources", filled);
        return wire;
    }

    static void putHealth(ObjectNode entry, Health health) {
        ObjectNode node = entry.putObject("health").put("status", health.status());
        if (!health.message().isEmpty()) {
            node.put("message", health.message());
        }
    }

    /// Any object without its type.
    static ObjectNode plain(ObjectNode object) {
        ObjectNode wire = shallow(object);
        wire.remove("apiVersion");
        wire.remove("kind");
        return wire;
    }

    private static ObjectNode shallow(JsonNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        if (object instanceof ObjectNode node) {
            copy.setAll(node);
        }
        return copy;
    }

    private static ObjectNode status(JsonNode present) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        ObjectNode sync = status.putObject("sync");
        sync.put("status", "").setAll(shallow(present.path("sync")));
        ObjectNode comparedTo = shallow(sync.path("comparedTo"));
        fill(comparedTo, "source").putIfAbsent("repoURL", JsonNodeFactory.instance.stringNode(""));
        fill(comparedTo, "destination");
        sync.set("comparedTo", comparedTo);
        status.putObject("health");
        status.putObject("summary");
        status.putObject("sourceHydrator");
        shallow(present).properties().forEach(entry -> {
            if (!entry.getKey().equals("sync")) {
                status.set(entry.getKey(), entry.getValue());
            }
        });
        if (present.path("operationState") instanceof ObjectNode state) {
            status.set("operationState", operationState(state));
        }
        return status;
    }

    private static ObjectNode operationState(ObjectNode state) {
        ObjectNode wire = shallow(state);
        wire.set("operation", operation(shallow(state.path("operation"))));
        if (state.path("syncResult") instanceof ObjectNode result) {
            ObjectNode filled = shallow(result);
            filled.putIfAbsent("revision", JsonNodeFactory.instance.stringNode(""));
            fill(filled, "source").putIfAbsent("repoURL", JsonNodeFactory.instance.stringNode(""));
            wire.set("syncResult", filled);
        }
        return wire;
    }

    private static ObjectNode operation(ObjectNode operation) {
        ObjectNode wire = shallow(operation);
        fill(wire, "initiatedBy");
        fill(wire, "retry");
        return wire;
    }

    private static ObjectNode fill(ObjectNode parent, String field) {
        ObjectNode child = shallow(parent.path(field));
        parent.set(field, child);
        return child;
    }
}
