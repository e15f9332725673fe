package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// The ApplicationSets: read, stored, deleted and tried out.
final class ApplicationSetsApi {

    private static final String RESOURCE = "applicationsets";

    private final World world;
    private final Informer sets;
    private final Informer projects;
    private final ApplicationSetRenderer renderer;

    ApplicationSetsApi(World world, Informer sets, Informer projects, ApplicationSetRenderer renderer) {
        this.world = world;
        this.sets = sets;
        this.projects = projects;
        this.renderer = renderer;
    }

    void mount(Gateway gateway) {
        gateway.on("GET", "/v1/applicationsets", this::list).on("POST", "/v1/applicationsets", this::create)
                .on("POST", "/v1/applicationsets/generate", this::generate)
                .on("GET", "/v1/applicationsets/{name}", this::get)
                .on("DELETE", "/v1/applicationsets/{name}", this::delete);
    }

    private static String project(JsonNode set) {
        return set.path("spec").path("template").path("spec").path("project").asString("");
    }

    private static String object(JsonNode set) {
        return project(set) + "/" + ObjectMeta.name(set);
    }

    private static ObjectNode wire(ObjectNode set) {
        ObjectNode wire = WireObject.plain(set);
        if (!wire.has("status")) {
            wire.putObject("status");
        }
        return wire;
    }

    private void list(Call call) throws IOException {
        LabelSelector selector = LabelSelector.parse(call.query("selector"));
        List<String> wanted = call.projects();
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode set : sets.all()) {
            if (selector.matches(set.path("metadata").path("labels"))
                    && (wanted.isEmpty() || wanted.contains(project(set)))
                    && call.caller().may(RESOURCE, "get", object(set))) {
                items.add(wire(set));
            }
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("metadata").put("resourceVersion", Long.toString(world.store().resourceVersion()));
        answer.set("items", items.isEmpty() ? JsonNodeFactory.instance.nullNode() : items);
        call.answer(answer);
    }

    // Sets are not hidden: 404 comes before 403.
    private ObjectNode require(Call call, String action) {
        String name = call.parameter("name");
        String namespace = call.query("appsetNamespace");
        if (!namespace.isEmpty() && !namespace.equals(Informer.NAMESPACE)) {
            throw GrpcException.unknown("namespace '" + namespace + "' is not permitted");
        }
        ObjectNode set = sets.find(name).orElseThrow(() -> GrpcException.notFound(
                "error getting ApplicationSet: applicationset.argoproj.io \"" + name + "\" not found"));
        call.caller().demand(RESOURCE, action, object(set));
        return set;
    }

    private void get(Call call) throws IOException {
        call.answer(wire(require(call, "get")));
    }

    private void delete(Call call) throws IOException {
        ObjectNode set = require(call, "delete");
        world.store().delete(World.HUB, Kind.APPLICATION_SET, Informer.NAMESPACE, ObjectMeta.name(set));
        call.answerEmpty();
    }

    private void check(Call call, JsonNode set) {
        String project = project(set);
        if (project.contains("{{")) {
            throw GrpcException.unknown("error validating ApplicationSets: the Argo CD API does not currently support "
                    + "creating ApplicationSets with templated `project` fields");
        }
        call.caller().demand(RESOURCE, "create", object(set));
        if (projects.find(project).isEmpty()) {
            throw GrpcException.invalid("error validating ApplicationSets: appprojects.argoproj.io \"" + project
                    + "\" not found");
        }
    }

    private List<ObjectNode> render(JsonNode set) {
        try {
            return renderer.render(set);
        } catch (IllegalArgumentException failed) {
            throw new GrpcException(GrpcCode.UNKNOWN, "unable to generate Applications of ApplicationSet: "
                    + failed.getMessage());
        }
    }

    private void generate(Call call) throws IOException {
        if (!(call.body().field("applicationSet") instanceof ObjectNode set)) {
            throw GrpcException.unknown("error creating ApplicationSets: ApplicationSets is nil in request");
        }
        check(call, set);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        for (ObjectNode application : render(set)) {
            answer.withArrayProperty("applications").add(WireObject.application(application));
        }
        call.answer(answer);
    }

    private void create(Call call) throws IOException {
        ObjectNode wanted = call.body().json().deepCopy();
        check(call, wanted);
        List<ObjectNode> generated = render(wanted);
        if (call.flag("dryRun", false)) {
            ApplicationSetStatus.resources(wanted.withObjectProperty("status"),
                    generated.stream().map(Application::new).toList());
            call.answer(wire(wanted));
            return;
        }
        ObjectNode present = sets.find(ObjectMeta.name(wanted)).orElse(null);
        if (present == null) {
            wanted.put("apiVersion", Kind.APPLICATION_SET.apiVersion()).put("kind", Kind.APPLICATION_SET.name());
            wanted.remove("status");
            ObjectMeta.of(wanted).put("namespace", Informer.NAMESPACE);
            call.answer(wire(world.store().create(World.HUB, wanted)));
        } else {
            call.answer(wire(update(call, present, wanted)));
        }
    }

    private ObjectNode update(Call call, ObjectNode present, ObjectNode wanted) {
        if (present.path("spec").equals(wanted.path("spec"))) {
            return present;
        }
        if (!call.flag("upsert", false)) {
            throw GrpcException
                    .invalid("existing ApplicationSet spec is different, use upsert flag to force update");
        }
        call.caller().demand(RESOURCE, "update", object(present));
        return world.store().update(World.HUB, Kind.APPLICATION_SET, Informer.NAMESPACE, ObjectMeta.name(present),
                json -> {
                    json.set("spec", wanted.path("spec"));
                    JsonNode finalizers = wanted.path("metadata").path("finalizers");
                    if (finalizers.isArray()) {
                        ObjectMeta.of(json).set("finalizers", finalizers);
                    } else {
                        ObjectMeta.of(json).remove("finalizers");
                    }
                    for (String field : List.of("labels", "annotations")) {
                        wanted.path("metadata").path(field).properties().forEach(entry -> ObjectMeta.of(json)
                                .withObjectProperty(field).set(entry.getKey(), entry.getValue()));
                    }
                });
    }
}
