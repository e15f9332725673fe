package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.MergePatch;

/// Desired manifests, and desired beside live.
final class ManifestsApi {

    private final ApplicationAccess access;
    private final Renderer renderer;
    private final LiveObjects live;

    ManifestsApi(ApplicationAccess access, Renderer renderer, LiveObjects live) {
        this.access = access;
        this.renderer = renderer;
        this.live = live;
    }

    void mount(Gateway gateway) {
        gateway.on("GET", "/v1/applications/{name}/manifests", this::manifests)
                .on("GET", "/v1/applications/{name}/managed-resources", this::managed);
    }

    private void manifests(Call call) throws IOException {
        Application application = access.require(call, "get");
        String asked = call.query("revision");
        String revision = renderer.repositories().resolve(application.source(),
                asked.isEmpty() ? application.targetRevision() : asked);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode manifests = answer.putArray("manifests");
        render(application, revision).forEach(object -> manifests.add(object.toString()));
        answer.put("namespace", application.destination().path("namespace").asString(""))
                .put("server", application.destination().path("server").asString(""))
                .put("revision", revision).put("sourceType", application.json().path("status").path("sourceType")
                        .asString("Directory"));
        call.answer(answer);
    }

    private List<ObjectNode> render(Application application, String revision) {
        try {
            return renderer.render(application, application.source(), revision);
        } catch (IllegalArgumentException unrendered) {
            throw new GrpcException(GrpcCode.UNKNOWN, "error generating manifests: " + unrendered.getMessage());
        }
    }

    private void managed(Call call) throws IOException {
        Application application = access.require(call, "get");
        String compared = application.json().path("status").path("sync").path("revision").asString("");
        Map<ResourceKey, ObjectNode> present = new LinkedHashMap<>();
        live.of(application.name()).stream().filter(LiveObject::managed)
                .forEach(object -> present.put(object.key(), object.json()));
        List<ObjectNode> items = new ArrayList<>();
        for (ObjectNode wanted : render(application, compared)) {
            items.add(item(ResourceKey.of(wanted), wanted, present.remove(ResourceKey.of(wanted))));
        }
        present.forEach((key, extra) -> items.add(item(key, null, extra)));
        items.removeIf(item -> !isAskedFor(call, item));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!items.isEmpty()) {
            answer.putArray("items").addAll(items);
        }
        call.answer(call.has("fields") ? JsonFields.parse(call.query("fields")).of(answer) : answer);
    }

    private static boolean isAskedFor(Call call, ObjectNode item) {
        return List.of("group", "kind", "namespace", "name").stream().allMatch(field -> call.query(field).isEmpty()
                || call.query(field).equals(item.path(field).asString("")));
    }

    private static ObjectNode item(ResourceKey key, @org.jspecify.annotations.Nullable ObjectNode wanted,
            @org.jspecify.annotations.Nullable ObjectNode present) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        if (!key.group().isEmpty()) {
            item.put("group", key.group());
        }
        item.put("kind", key.kind()).put("namespace", key.namespace()).put("name", key.name());
        item.put("targetState", wanted == null ? "null" : masked(wanted).toString());
        item.put("liveState", present == null ? "null" : masked(present).toString());
        item.put("normalizedLiveState", present == null ? "null" : masked(present).toString());
        if (wanted == null) {
            return item.put("predictedLiveState", "null");
        }
        ObjectNode predicted = present == null ? wanted.deepCopy() : present.deepCopy();
        MergePatch.apply(predicted, wanted);
        return item.put("predictedLiveState", masked(predicted).toString());
    }

    /// The object with a Secret's values hidden.
    static ObjectNode masked(ObjectNode object) {
        if (!object.path("kind").asString("").equals(Kind.SECRET.name())) {
            return object;
        }
        ObjectNode copy = object.deepCopy();
        for (String field : List.of("data", "stringData")) {
            if (copy.path(field) instanceof ObjectNode values) {
                List<String> names = values.propertyStream().map(Map.Entry<String, JsonNode>::getKey).toList();
                names.forEach(name -> values.put(name, "++++++++"));
            }
        }
        return copy;
    }
}
