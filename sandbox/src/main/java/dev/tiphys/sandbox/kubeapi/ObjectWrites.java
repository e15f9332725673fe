package dev.tiphys.sandbox.kubeapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeException;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// POST, PUT and PATCH.
final class ObjectWrites {

    private final World world;

    ObjectWrites(World world) {
        this.world = world;
    }

    void create(Request request, ApiPath path) throws IOException {
        ObjectNode object = Bodies.object(request);
        place(object, path);
        String namespace = ObjectMeta.namespace(object);
        if (!namespace.isEmpty()
                && world.store().find(path.cluster(), Kind.NAMESPACE, "", namespace).isEmpty()) {
            throw ApiRefusal.namespaceNotFound(namespace);
        }
        if (path.kind().equals(Kind.NAMESPACE)) {
            object.putObject("status").put("phase", "Active");
        } else if (path.kind().statusSubresource()) {
            object.remove("status");
        }
        encodeSecret(path.kind(), object);
        answer(request, path, 201, isDryRun(request) ? object : world.store().create(path.cluster(), object));
    }

    private static void place(ObjectNode object, ApiPath path) {
        if (!object.path("kind").asString("").equals(path.kind().name())
                || !object.path("apiVersion").asString("").equals(path.kind().apiVersion())) {
            throw ApiRefusal.badRequest(object.path("apiVersion").asString("") + ", Kind="
                    + object.path("kind").asString("") + " cannot be handled as a " + path.kind().name());
        }
        String namespace = ObjectMeta.namespace(object);
        if (!path.kind().namespaced()) {
            ObjectMeta.of(object).remove("namespace");
        } else if (namespace.isEmpty()) {
            ObjectMeta.of(object).put("namespace", path.namespace());
        } else if (!namespace.equals(path.namespace())) {
            throw ApiRefusal.badRequest("the namespace of the provided object does not match the namespace sent on "
                    + "the request");
        }
    }

    private static void encodeSecret(Kind kind, ObjectNode object) {
        if (kind.equals(Kind.SECRET) && object.remove("stringData") instanceof ObjectNode plain) {
            ObjectNode data = object.withObjectProperty("data");
            plain.properties().forEach(entry -> data.put(entry.getKey(), Base64.getEncoder()
                    .encodeToString(entry.getValue().asString("").getBytes(StandardCharsets.UTF_8))));
        }
    }

    void replace(Request request, ApiPath path) throws IOException {
        ObjectNode object = Bodies.object(request);
        place(object, path);
        if (!ObjectMeta.name(object).equals(path.name())) {
            throw ApiRefusal.badRequest("the name of the object (" + ObjectMeta.name(object)
                    + ") does not match the name on the URL (" + path.name() + ")");
        }
        if (path.kind().custom() && ObjectMeta.resourceVersion(object).isEmpty()) {
            throw ApiRefusal.invalid(path.kind().resource() + " \"" + path.name()
                    + "\" is invalid: metadata.resourceVersion: Invalid value: 0x0: must be specified for an update");
        }
        encodeSecret(path.kind(), object);
        change(request, path, current -> object);
    }

    void patch(Request request, ApiPath path) throws IOException {
        PatchType type = PatchType.of(request, path.kind());
        JsonNode patch = Bodies.json(request);
        change(request, path, current -> {
            ObjectNode patched = type.apply(current, patch);
            encodeSecret(path.kind(), patched);
            return patched;
        });
    }

    private void change(Request request, ApiPath path, UnaryOperator<ObjectNode> change)
            throws IOException {
        ObjectNode[] result = new ObjectNode[1];
        if (isDryRun(request)) {
            ObjectNode current = world.store().get(path.cluster(), path.kind(), path.namespace(), path.name());
            result[0] = merged(path, current, change.apply(current.deepCopy()));
        } else {
            result[0] = world.store().update(path.cluster(), path.kind(), path.namespace(), path.name(), current -> {
                ObjectNode merged = merged(path, current, change.apply(current.deepCopy()));
                current.removeAll();
                current.setAll(merged);
            });
        }
        answer(request, path, 200, result[0]);
    }

    /// What of a written object counts: on the object itself all but the status, on `/status` nothing else.
    private static ObjectNode merged(ApiPath path, ObjectNode current, ObjectNode sent) {
        String version = ObjectMeta.resourceVersion(sent);
        if (!version.isEmpty() && !version.equals(ObjectMeta.resourceVersion(current))) {
            throw KubeException.conflict(path.kind(), path.name());
        }
        if (!path.kind().statusSubresource()) {
            return sent;
        }
        boolean status = path.subresource().equals("status");
        ObjectNode result = status ? current.deepCopy() : sent;
        JsonNode kept = (status ? sent : current).path("status");
        if (kept.isMissingNode()) {
            result.remove("status");
        } else {
            result.set("status", kept.deepCopy());
        }
        return result;
    }

    private static boolean isDryRun(Request request) {
        return request.query("dryRun").orElse("").equals("All");
    }

    private void answer(Request request, ApiPath path, int code, ObjectNode object) throws IOException {
        Rendering rendering = new Rendering(request, world.clock());
        rendering.answer(code, rendering.one(path.kind(), object));
    }
}
