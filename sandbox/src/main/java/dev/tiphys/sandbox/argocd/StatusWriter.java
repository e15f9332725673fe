package dev.tiphys.sandbox.argocd;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.ObjectMeta;

/// Writes what a comparison found into an Application's status.
final class StatusWriter {

    private StatusWriter() {
    }

    static void write(ObjectNode application, Comparison comparison, String now) {
        ObjectNode status = application.withObjectProperty("status");
        status.set("sync", sync(comparison));
        writeHealth(status, comparison.health().status(), now);
        status.put("resourceHealthSource", "appTree");
        status.put("controllerNamespace", Informer.NAMESPACE);
        status.put("sourceType", sourceType(comparison.spec()));
        ObjectNode summary = status.putObject("summary");
        if (!comparison.images().isEmpty()) {
            comparison.images().forEach(summary.putArray("images")::add);
        }
        writeResources(status, comparison);
        writeConditions(status, comparison, now);
    }

    private static ObjectNode sync(Comparison comparison) {
        JsonNode spec = comparison.spec();
        ObjectNode sync = ((ObjectNode) spec).objectNode();
        sync.put("status", comparison.syncStatus());
        ObjectNode comparedTo = sync.putObject("comparedTo");
        copy(spec, comparedTo, "source");
        copy(spec, comparedTo, "sources");
        copy(spec, comparedTo, "destination");
        copy(spec, comparedTo, "ignoreDifferences");
        if (!comparison.revision().isEmpty()) {
            if (spec.path("sources").isEmpty()) {
                sync.put("revision", comparison.revision());
            } else {
                spec.path("sources").forEach(each -> sync.withArrayProperty("revisions").add(comparison.revision()));
            }
        }
        return sync;
    }

    private static void copy(JsonNode from, ObjectNode to, String field) {
        if (from.has(field)) {
            to.set(field, from.get(field).deepCopy());
        }
    }

    private static void writeHealth(ObjectNode status, String health, String now) {
        if (!status.path("health").path("status").asString("").equals(health)) {
            status.putObject("health").put("status", health).put("lastTransitionTime", now);
        }
    }

    private static String sourceType(JsonNode spec) {
        JsonNode source = spec.path("source");
        if (source.has("helm") || source.has("chart")) {
            return "Helm";
        }
        return source.has("kustomize") ? "Kustomize" : "Directory";
    }

    private static void writeResources(ObjectNode status, Comparison comparison) {
        if (comparison.resources().isEmpty() && comparison.error().isPresent()) {
            status.path("resources").forEach(resource -> ((ObjectNode) resource).put("status", "Unknown"));
            return;
        }
        ArrayNode resources = status.putArray("resources");
        for (Comparison.Resource resource : comparison.resources()) {
            ObjectNode entry = resources.addObject();
            reference(resource.object(), entry);
            entry.put("status", resource.status());
            if (resource.prunable()) {
                entry.put("requiresPruning", true);
            }
        }
    }

    /// Fills in group, version, kind, namespace and name of an object, empty ones left out.
    static void reference(ObjectNode object, ObjectNode entry) {
        String group = Renderer.group(object);
        String apiVersion = object.path("apiVersion").asString("");
        if (!group.isEmpty()) {
            entry.put("group", group);
        }
        entry.put("version", apiVersion.substring(apiVersion.indexOf('/') + 1));
        entry.put("kind", object.path("kind").asString(""));
        if (!ObjectMeta.namespace(object).isEmpty()) {
            entry.put("namespace", ObjectMeta.namespace(object));
        }
        entry.put("name", ObjectMeta.name(object));
    }

    private static void writeConditions(ObjectNode status, Comparison comparison, String now) {
        ArrayNode kept = status.arrayNode();
        for (JsonNode condition : status.path("conditions")) {
            String type = condition.path("type").asString("");
            boolean same = comparison.error().filter(error -> error.type().equals(type)
                    && error.message().equals(condition.path("message").asString(""))).isPresent();
            if (same || (!type.equals("ComparisonError") && !type.equals("InvalidSpecError"))) {
                kept.add(condition);
            }
        }
        comparison.error().ifPresent(error -> {
            if (kept.valueStream().noneMatch(each -> each.path("type").asString("").equals(error.type()))) {
                addCondition(kept, error.type(), error.message(), now);
            }
        });
        if (kept.isEmpty()) {
            status.remove("conditions");
        } else {
            status.set("conditions", kept);
        }
    }

    static void addCondition(ArrayNode conditions, String type, String message, String now) {
        conditions.addObject().put("type", type).put("message", message).put("lastTransitionTime", now);
    }
}
