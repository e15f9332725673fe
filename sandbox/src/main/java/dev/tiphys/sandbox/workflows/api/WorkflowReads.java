package dev.tiphys.sandbox.workflows.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeException;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// Getting and listing workflows.
final class WorkflowReads {

    private static final Comparator<ObjectNode> NEWEST_FIRST = Comparator
            .<ObjectNode, String>comparing(workflow -> workflow.path("status").path("startedAt").asString("9999"))
            .thenComparing(workflow -> Long.valueOf(ObjectMeta.resourceVersion(workflow))).reversed();

    private final World world;

    WorkflowReads(World world) {
        this.world = world;
    }

    void mount(ArgoServer server) {
        server.on("GET", "/api/v1/workflows/{namespace}", this::list)
                .on("GET", "/api/v1/workflows/{namespace}/{name}", this::get)
                .on("DELETE", "/api/v1/workflows/{namespace}/{name}", this::delete);
    }

    ObjectNode find(String namespace, String name) {
        if (!name.equals("@latest")) {
            return world.store().get(World.HUB, Kind.WORKFLOW, namespace, name);
        }
        return world.store().list(World.HUB, Kind.WORKFLOW, namespace).stream()
                .max(Comparator.comparing(
                        workflow -> workflow.path("metadata").path("creationTimestamp").asString("")))
                .orElseThrow(() -> KubeException.notFound(Kind.WORKFLOW, name));
    }

    private void get(Call call) throws IOException {
        ObjectNode workflow = find(call.namespace(), call.name());
        String uid = call.query("uid");
        if (!uid.isEmpty() && !uid.equals(ObjectMeta.uid(workflow))) {
            throw KubeException.notFound(Kind.WORKFLOW, call.name());
        }
        FieldMask mask = FieldMask.of(call.query("fields"));
        JsonNode answer = mask.apply(Shapes.answer("Workflow", workflow));
        call.answer(mask.isEmpty() ? answer : Shapes.answer("Workflow", answer));
    }

    private void list(Call call) throws IOException {
        ListQuery query = ListQuery.of(call);
        long version;
        List<ObjectNode> all;
        synchronized (world.store()) {
            version = world.store().resourceVersion();
            all = new ArrayList<>(world.store().list(World.HUB, Kind.WORKFLOW, call.namespace()));
        }
        all.removeIf(workflow -> !query.filter().test(workflow));
        all.sort(NEWEST_FIRST);
        int from = Math.min(query.offset(), all.size());
        int to = query.limit() == 0 ? all.size() : Math.min(all.size(), from + query.limit());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = answer.putObject("metadata").put("resourceVersion", Long.toString(version));
        if (query.showRemaining() && to < all.size()) {
            metadata.put("continue", Integer.toString(to)).put("remainingItemCount", all.size() - to);
        }
        items(answer, all.subList(from, to), FieldMask.of(call.query("fields")));
        call.answer(answer);
    }

    // The server filters its JSON and reads it into the Go type again, so zero values come back.
    private static void items(ObjectNode answer, List<ObjectNode> page, FieldMask mask) {
        answer.putNull("items");
        if (!page.isEmpty()) {
            var items = answer.putArray("items");
            page.forEach(workflow -> items.add(Shapes.answer("Workflow", workflow)));
        }
        if (!mask.isEmpty()) {
            JsonNode filtered = mask.apply(answer);
            ObjectNode metadata = answer.objectNode();
            answer.set("metadata", filtered.has("metadata") ? filtered.path("metadata") : metadata);
            answer.putNull("items");
            if (!filtered.path("items").isEmpty()) {
                var items = answer.putArray("items");
                filtered.path("items").forEach(item -> items.add(Shapes.answer("Workflow", item)));
            }
        }
    }

    private void delete(Call call) throws IOException {
        ObjectNode workflow = find(call.namespace(), call.name());
        String name = ObjectMeta.name(workflow);
        if (call.query("force").equals("true")) {
            world.store().update(World.HUB, Kind.WORKFLOW, call.namespace(), name,
                    object -> ObjectMeta.of(object).remove("finalizers"));
        }
        world.store().delete(World.HUB, Kind.WORKFLOW, call.namespace(), name);
        call.answer(JsonNodeFactory.instance.objectNode());
    }
}
