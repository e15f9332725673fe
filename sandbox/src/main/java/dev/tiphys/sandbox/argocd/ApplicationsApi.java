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

/// List, get, change and delete Applications.
final class ApplicationsApi {

    private static final String REFRESH_QUERY = "refresh";

    private final ApplicationAccess access;
    private final ApplicationView view;
    private final SpecValidation validation;

    ApplicationsApi(ApplicationAccess access, ApplicationView view, SpecValidation validation) {
        this.access = access;
        this.view = view;
        this.validation = validation;
    }

    void mount(Gateway gateway) {
        gateway.on("GET", "/v1/applications", this::list)
                .on("POST", "/v1/applications", this::create)
                .on("GET", "/v1/applications/{name}", this::get)
                .on("PATCH", "/v1/applications/{name}", this::patch)
                .on("PUT", "/v1/applications/{name}", this::replace)
                .on("PUT", "/v1/applications/{name}/spec", this::replaceSpec)
                .on("DELETE", "/v1/applications/{name}", this::delete);
    }

    private void list(Call call) throws IOException {
        ApplicationQuery query = ApplicationQuery.of(call);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("metadata").put("resourceVersion",
                Long.toString(access.applications().world().store().resourceVersion()));
        ListFields fields = call.query("fields").isEmpty() ? null : ListFields.parse(call.query("fields"));
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode json : access.applications().all()) {
            if (query.matches(new Application(json))) {
                ObjectNode wire = WireObject.application(json);
                items.add(fields == null ? wire : fields.of(wire));
            }
        }
        if (fields != null && fields.isClashing() && !items.isEmpty()) {
            call.request().answer(500, Call.JSON, "{\"error\": \"failed to marshal error message\"}");
            return;
        }
        answer.set("items", items.isEmpty() ? JsonNodeFactory.instance.nullNode() : items);
        call.answer(answer);
    }

    private void get(Call call) throws IOException, InterruptedException {
        if (call.projects().size() > 1) {
            throw GrpcException
                    .invalid("multiple projects specified - the get endpoint accepts either zero or one project");
        }
        Application application = access.require(call, "get");
        if (call.has(REFRESH_QUERY)) {
            String kind = call.query(REFRESH_QUERY).equals("hard") ? "hard" : "normal";
            access.applications().change(application.name(), json -> ObjectMeta.of(json)
                    .withObjectProperty("annotations").put(Application.REFRESH, kind));
            application = access.await(call, application.name(), found -> !found.hasAnnotation(Application.REFRESH));
        }
        call.answer(view.whole(application));
    }

    private void patch(Call call) throws IOException, InterruptedException {
        Body body = call.body();
        for (String required : List.of("patch", "patchType")) {
            if (!body.has(required)) {
                throw missing(required);
            }
        }
        access.require(call, body, "get");
        Application before = access.require(call, body, "update");
        ObjectNode patched = ApplicationPatch.apply(before.json(), body.text("patch"), body.text("patchType"));
        call.answer(view.whole(store(call, before, patched)));
    }

    static GrpcException missing(String field) {
        return new GrpcException(GrpcCode.INTERNAL,
                "grpc: error while marshaling: proto: required field \"" + field + "\" not set");
    }

    // Only spec, labels, annotations and finalizers are kept: operation and status are silently dropped.
    private Application store(Call call, Application before, ObjectNode wanted) throws InterruptedException {
        Application after = new Application(wanted);
        if (!after.project().equals(before.project())) {
            call.caller().demand(ApplicationAccess.RESOURCE, "create", ApplicationAccess.object(after));
            call.caller().demand(ApplicationAccess.RESOURCE, "update", ApplicationAccess.object(after));
        }
        validation.check(call, after);
        return access.applications().change(before.name(), json -> {
            json.set("spec", after.spec().deepCopy());
            for (String field : List.of("labels", "annotations", "finalizers")) {
                JsonNode value = wanted.path("metadata").path(field);
                if (value.isMissingNode() || value.isNull()) {
                    ObjectMeta.of(json).remove(field);
                } else {
                    ObjectMeta.of(json).set(field, value.deepCopy());
                }
            }
        }).orElseThrow(() -> GrpcException.notFound("applications.argoproj.io \"" + before.name() + "\" not found"));
    }

    private void replace(Call call) throws IOException, InterruptedException {
        Body body = call.body();
        String project = body.json().path("spec").path("project").asString("");
        Application before = access.require(call, call.parameter("name"), "update", project, "");
        call.answer(view.whole(store(call, before, body.json())));
    }

    private void replaceSpec(Call call) throws IOException, InterruptedException {
        Application before = access.require(call, "update");
        ObjectNode wanted = before.json().deepCopy();
        wanted.set("spec", call.body().json());
        if (call.flag("validate", true)) {
            validation.check(call, new Application(wanted));
        }
        Application after = access.applications()
                .change(before.name(), json -> json.set("spec", wanted.path("spec").deepCopy())).orElse(before);
        call.answer(after.spec());
    }

    private void create(Call call) throws IOException, InterruptedException {
        Body body = call.body();
        Application wanted = new Application(body.json().deepCopy());
        call.caller().demand(ApplicationAccess.RESOURCE, "create", ApplicationAccess.object(wanted));
        Application present = access.applications().find(wanted.name()).orElse(null);
        if (present != null && present.spec().equals(wanted.spec())) {
            call.answer(view.whole(present));
            return;
        }
        if (present != null && !call.flag("upsert", false)) {
            throw GrpcException.invalid("existing application spec is different, use upsert flag to force update");
        }
        if (present != null) {
            call.caller().demand(ApplicationAccess.RESOURCE, "update", ApplicationAccess.object(wanted));
            call.answer(view.whole(store(call, present, wanted.json())));
            return;
        }
        if (call.flag("validate", true)) {
            validation.check(call, wanted);
        }
        call.answer(view.whole(new Application(add(wanted.json()))));
    }

    private ObjectNode add(ObjectNode wanted) {
        wanted.remove(List.of("operation", "status"));
        wanted.put("apiVersion", Kind.APPLICATION.apiVersion()).put("kind", Kind.APPLICATION.name());
        ObjectMeta.of(wanted).put("namespace", Informer.NAMESPACE);
        return access.applications().world().store().create(World.HUB, wanted);
    }

    private void delete(Call call) throws IOException {
        access.require(call, "get");
        Application application = access.require(call, "delete");
        boolean cascade = call.flag("cascade", true);
        String policy = call.query("propagationPolicy");
        if (!policy.isEmpty() && !List.of("foreground", "background").contains(policy)) {
            throw GrpcException.invalid("invalid propagation policy: " + policy);
        }
        access.applications().change(application.name(), json -> {
            ArrayNode finalizers = ObjectMeta.of(json).putArray("finalizers");
            if (cascade) {
                finalizers.add(Application.FINALIZER + (policy.isEmpty() ? "" : "/" + policy));
            }
        });
        access.applications().world().store().delete(World.HUB, Kind.APPLICATION, Informer.NAMESPACE,
                application.name());
        call.answerEmpty();
    }
}
