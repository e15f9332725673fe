package dev.tiphys.sandbox.kubeapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// GET of objects and lists.
final class ObjectReads {

    private final World world;

    ObjectReads(World world) {
        this.world = world;
    }

    void get(Request request, ApiPath path) throws IOException {
        ObjectNode object = world.store().get(path.cluster(), path.kind(), path.namespace(), path.name());
        Rendering rendering = new Rendering(request, world.clock());
        rendering.answer(200, rendering.one(path.kind(), object));
    }

    void list(Request request, ApiPath path) throws IOException {
        Rendering rendering = new Rendering(request, world.clock());
        List<ObjectNode> all;
        ObjectNode meta = JsonMapper.shared().createObjectNode();
        // One moment for both, or a watch from this version would miss a change.
        synchronized (world.store()) {
            all = world.store().list(path.cluster(), path.kind(), path.namespace());
            meta.put("resourceVersion", Long.toString(world.store().resourceVersion()));
        }
        List<ObjectNode> wanted = all.stream().filter(Selector.of(request)).toList();
        rendering.answer(200, rendering.list(path.kind(), page(request, wanted, meta), meta));
    }

    private static List<ObjectNode> page(Request request, List<ObjectNode> wanted, ObjectNode meta) {
        String after = request.query("continue").map(ObjectReads::decode).orElse("");
        List<ObjectNode> rest = wanted.stream().filter(object -> key(object).compareTo(after) > 0).toList();
        int limit = request.query("limit").map(ObjectReads::limit).orElse(0);
        if (limit == 0 || rest.size() <= limit) {
            return rest;
        }
        List<ObjectNode> page = rest.subList(0, limit);
        meta.put("continue", Base64.getUrlEncoder().encodeToString(key(page.getLast())
                .getBytes(StandardCharsets.UTF_8)));
        meta.put("remainingItemCount", rest.size() - limit);
        return page;
    }

    private static String key(JsonNode object) {
        return ObjectMeta.namespace(object) + "/" + ObjectMeta.name(object);
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw ApiRefusal.badRequest("continue key is not valid: " + broken.getMessage());
        }
    }

    private static int limit(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw ApiRefusal.badRequest("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
        }
        return Integer.parseInt(text);
    }
}
