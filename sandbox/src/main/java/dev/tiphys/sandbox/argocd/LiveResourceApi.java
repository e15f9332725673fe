package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// One live object of an Application: read, patched, deleted, and steered by its actions.
final class LiveResourceApi {

    private static final String ACTIONS = "/v1/applications/{name}/resource/actions";

    private final ApplicationAccess access;
    private final LiveAccess objects;
    private final EventLog events;
    private final Random order = new Random(7);

    LiveResourceApi(ApplicationAccess access, LiveAccess objects, EventLog events) {
        this.access = access;
        this.objects = objects;
        this.events = events;
    }

    void mount(Gateway gateway) {
        gateway.on("GET", "/v1/applications/{name}/resource", this::get)
                .on("POST", "/v1/applications/{name}/resource", this::patch)
                .on("DELETE", "/v1/applications/{name}/resource", this::delete)
                .on("GET", ACTIONS, this::actions)
                .on("POST", ACTIONS, this::runOld)
                .on("POST", ACTIONS + "/v2", this::run);
    }

    private void get(Call call) throws IOException, InterruptedException {
        Application application = access.require(call, "get");
        LiveObject live = objects.require(call, application, LiveAccess.Name.ofQuery(call));
        answerManifest(call, current(live));
    }

    private static void answerManifest(Call call, ObjectNode object) throws IOException {
        call.answer(JsonNodeFactory.instance.objectNode().put("manifest", ManifestsApi.masked(object).toString()));
    }

    private ObjectNode current(LiveObject live) {
        return store().get(live.member(), live.kind(), live.key().namespace(), live.key().name());
    }

    private void patch(Call call) throws IOException, InterruptedException {
        LiveAccess.Name name = LiveAccess.Name.ofQuery(call);
        Application application = access.require(call, fineGrained("update", name.key()));
        LiveObject live = objects.require(call, application, name);
        if (!call.query("patchType").equals("application/merge-patch+json")) {
            throw GrpcException.unknown("the sandbox patches live objects with application/merge-patch+json only");
        }
        answerManifest(call, merge(live, Body.read(text(call))));
    }

    private void delete(Call call) throws IOException, InterruptedException {
        LiveAccess.Name name = LiveAccess.Name.ofQuery(call);
        Application application = access.require(call, fineGrained("delete", name.key()));
        LiveObject live = objects.require(call, application, name);
        store().delete(live.member(), live.kind(), live.key().namespace(), live.key().name());
        events.recordByServer(application.name(), "ResourceDeleted", "deleted resource " + name.key());
        call.answerEmpty();
    }

    private static String fineGrained(String verb, ResourceKey key) {
        return verb + "/" + key.group() + "/" + key.kind() + "/" + key.namespace() + "/" + key.name();
    }

    private ObjectNode merge(LiveObject live, JsonNode patch) {
        return store().mergePatch(live.member(), live.kind(), live.key().namespace(), live.key().name(), patch);
    }

    // A body that is a string holds what matters inside its quotes.
    private static String text(Call call) {
        JsonNode body = Body.read(call.request().text());
        if (!body.isString()) {
            throw GrpcException.invalid("json: cannot unmarshal " + body.getNodeType().name().toLowerCase(
                    java.util.Locale.ROOT) + " into Go value of type string");
        }
        return body.asString();
    }

    private void actions(Call call) throws IOException, InterruptedException {
        Application application = access.require(call, "get");
        LiveObject live = objects.require(call, application, LiveAccess.Name.ofQuery(call));
        List<ResourceAction> offered = new ArrayList<>(ResourceActions.discover(current(live)));
        synchronized (order) {
            Collections.shuffle(offered, order);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!offered.isEmpty()) {
            ArrayNode list = answer.putArray("actions");
            offered.forEach(action -> action.write(list.addObject()));
        }
        call.answer(answer);
    }

    private void runOld(Call call) throws IOException, InterruptedException {
        LiveAccess.Name name = LiveAccess.Name.ofQuery(call);
        String action = text(call);
        Application application = access.require(call, actionOn(name.key(), action));
        run(call, application, name, action, JsonNodeFactory.instance.arrayNode());
    }

    private void run(Call call) throws IOException, InterruptedException {
        Body body = call.body();
        LiveAccess.Name name = LiveAccess.Name.ofBody(body);
        if (!body.has("action")) {
            throw ApplicationsApi.missing("action");
        }
        Application application = access.require(call, body, actionOn(name.key(), body.text("action")));
        run(call, application, name, body.text("action"), body.field("resourceActionParameters"));
    }

    private static String actionOn(ResourceKey key, String action) {
        return "action/" + key.group() + "/" + key.kind() + "/" + action;
    }

    // Argo CD runs disabled actions too: `disabled` is only a hint for those who ask first.
    private void run(Call call, Application application, LiveAccess.Name name, String action, JsonNode parameters)
            throws IOException, InterruptedException {
        LiveObject live = objects.require(call, application, name);
        ObjectNode object = current(live);
        String now = access.applications().now();
        merge(live, ResourceActions.patch(object, action, parameters, now));
        events.recordByServer(application.name(), "ResourceActionRan",
                "ran action " + action + " on resource " + name.key().group() + "/" + name.key().kind() + " '"
                        + ObjectMeta.name(object) + "'");
        call.answerEmpty();
    }

    private KubeStore store() {
        World world = access.applications().world();
        return world.store();
    }
}
