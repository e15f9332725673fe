package dev.tiphys.sandbox.argocd;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;

/// The tree of an Application's objects, from the cache: managed ones, what they own, and those that are missing.
final class ResourceTree {

    private ResourceTree() {
    }

    static ObjectNode of(Application application, List<LiveObject> live) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ArrayNode nodes = tree.putArray("nodes");
        Set<ResourceKey> present = new HashSet<>();
        for (LiveObject object : live) {
            present.add(object.key());
            node(object, nodes.addObject());
        }
        for (JsonNode resource : application.json().path("status").path("resources")) {
            ResourceKey key = new ResourceKey(resource.path("group").asString(""), resource.path("kind").asString(""),
                    resource.path("namespace").asString(""), resource.path("name").asString(""));
            if (!present.contains(key)) {
                ObjectNode missing = nodes.addObject();
                for (String field : List.of("group", "version", "kind", "namespace", "name")) {
                    if (resource.has(field)) {
                        missing.set(field, resource.get(field));
                    }
                }
                missing.putObject("health").put("status", "Missing");
            }
        }
        if (nodes.isEmpty()) {
            tree.remove("nodes");
        }
        return tree;
    }

    private static void node(LiveObject live, ObjectNode node) {
        StatusWriter.reference(live.json(), node);
        node.put("uid", live.uid());
        JsonNode metadata = live.json().path("metadata");
        parents(metadata, node);
        info(live, node);
        node.put("resourceVersion", metadata.path("resourceVersion").asString(""));
        if (live.kind().equals(Kind.POD)) {
            live.json().path("spec").path("containers")
                    .forEach(container -> node.withArrayProperty("images").add(container.path("image").asString("")));
        }
        HealthChecks.check(live.json()).ifPresent(health -> WireObject.putHealth(node, health));
        node.put("createdAt", metadata.path("creationTimestamp").asString(""));
    }

    private static void parents(JsonNode metadata, ObjectNode node) {
        for (JsonNode owner : metadata.path("ownerReferences")) {
            ObjectNode parent = node.withArrayProperty("parentRefs").addObject();
            String group = Renderer.group(owner);
            if (!group.isEmpty()) {
                parent.put("group", group);
            }
            parent.put("kind", owner.path("kind").asString(""))
                    .put("namespace", metadata.path("namespace").asString(""))
                    .put("name", owner.path("name").asString("")).put("uid", owner.path("uid").asString(""));
        }
    }

    private static void info(LiveObject live, ObjectNode node) {
        JsonNode annotations = live.json().path("metadata").path("annotations");
        String revision = annotations.path("rollout.argoproj.io/revision")
                .asString(annotations.path("deployment.kubernetes.io/revision").asString(""));
        if (!revision.isEmpty()) {
            node.withArrayProperty("info").addObject().put("name", "Revision").put("value", "Rev:" + revision);
        }
        if (live.kind().equals(Kind.POD)) {
            JsonNode containers = live.json().path("status").path("containerStatuses");
            long ready = containers.valueStream().filter(each -> each.path("ready").asBoolean(false)).count();
            ArrayNode info = node.withArrayProperty("info");
            info.addObject().put("name", "Status Reason").put("value",
                    live.json().path("status").path("phase").asString(""));
            info.addObject().put("name", "Containers").put("value", ready + "/"
                    + live.json().path("spec").path("containers").size());
        }
    }
}
