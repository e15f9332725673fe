package dev.tiphys.sandbox.kubeapi;

import java.io.IOException;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// DELETE of objects and of collections.
final class ObjectDeletions {

    private final World world;

    ObjectDeletions(World world) {
        this.world = world;
    }

    void delete(Request request, ApiPath path) throws IOException {
        JsonNode options = request.text().isBlank() ? JsonMapper.shared().createObjectNode() : Bodies.json(request);
        Rendering rendering = new Rendering(request, world.clock());
        ObjectNode gone;
        synchronized (world.store()) {
            ObjectNode present = world.store().get(path.cluster(), path.kind(), path.namespace(), path.name());
            require(path, present, options.path("preconditions"));
            if (policy(request, options).equals("Orphan")) {
                orphan(path, ObjectMeta.uid(present));
            }
            gone = delete(path, path.namespace(), path.name());
        }
        boolean waits = world.store().find(path.cluster(), path.kind(), path.namespace(), path.name()).isPresent();
        rendering.answer(200, waits ? gone : success(path, gone));
    }

    void deleteAll(Request request, ApiPath path) throws IOException {
        Rendering rendering = new Rendering(request, world.clock());
        List<ObjectNode> wanted = world.store().list(path.cluster(), path.kind(), path.namespace()).stream()
                .filter(Selector.of(request)).toList();
        wanted.forEach(object -> delete(path, ObjectMeta.namespace(object), ObjectMeta.name(object)));
        ObjectNode meta = JsonMapper.shared().createObjectNode().put("resourceVersion",
                Long.toString(world.store().resourceVersion()));
        rendering.answer(200, rendering.list(path.kind(), wanted, meta));
    }

    private ObjectNode delete(ApiPath path, String namespace, String name) {
        if (path.kind().equals(Kind.NAMESPACE)) {
            for (Kind kind : Kind.all()) {
                if (kind.namespaced()) {
                    world.store().list(path.cluster(), kind, name).stream().map(ObjectMeta::name)
                            .filter(child -> world.store().find(path.cluster(), kind, name, child).isPresent())
                            .forEach(child -> world.store().delete(path.cluster(), kind, name, child));
                }
            }
        }
        return world.store().delete(path.cluster(), path.kind(), namespace, name);
    }

    private static void require(ApiPath path, ObjectNode present, JsonNode preconditions) {
        for (String field : new String[]{"uid", "resourceVersion"}) {
            String wanted = preconditions.path(field).asString("");
            String found = present.path("metadata").path(field).asString("");
            if (!wanted.isEmpty() && !wanted.equals(found)) {
                throw ApiRefusal.conflict("Operation cannot be fulfilled on " + path.kind().resource() + " \""
                        + path.name() + "\": Precondition failed: " + field + " in precondition: " + wanted
                        + ", " + field + " in object meta: " + found);
            }
        }
    }

    private static String policy(Request request, JsonNode options) {
        return request.query("propagationPolicy").orElse(options.path("propagationPolicy").asString("Background"));
    }

    private void orphan(ApiPath path, String uid) {
        for (Kind kind : Kind.all()) {
            for (ObjectNode object : world.store().list(path.cluster(), kind, path.namespace())) {
                if (object.path("metadata").path("ownerReferences").toString().contains(uid)) {
                    world.store().update(path.cluster(), kind, ObjectMeta.namespace(object),
                            ObjectMeta.name(object), child -> {
                                if (child.path("metadata").path("ownerReferences") instanceof ArrayNode owners) {
                                    owners.removeIf(owner -> owner.path("uid").asString("").equals(uid));
                                }
                            });
                }
            }
        }
    }

    private static ObjectNode success(ApiPath path, ObjectNode gone) {
        ObjectNode status = JsonMapper.shared().createObjectNode().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success").putObject("details").put("name", path.name())
                .put("group", path.kind().group()).put("kind", path.kind().plural())
                .put("uid", ObjectMeta.uid(gone));
        return status;
    }
}
