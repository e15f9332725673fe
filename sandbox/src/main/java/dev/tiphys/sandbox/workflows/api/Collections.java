package dev.tiphys.sandbox.workflows.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.workflows.api.WorkflowLinter.Problem;

/// One kind of object that the server lists, reads, creates, replaces and deletes: templates, cron workflows, event
/// sources, sensors.
final class Collections {

    private final World world;
    private final Kind kind;
    private final String bodyType;
    private final String field;
    private final Check check;

    /// @param bodyType the Go type of requests
    /// @param field where a request holds the object
    Collections(World world, Kind kind, String bodyType, String field, Check check) {
        this.world = world;
        this.kind = kind;
        this.bodyType = bodyType;
        this.field = field;
        this.check = check;
    }

    void mount(ArgoServer server, String path) {
        String base = "/api/v1/" + path + (kind.namespaced() ? "/{namespace}" : "");
        server.on("GET", base, this::list).on("POST", base, this::create).on("GET", base + "/{name}", this::get)
                .on("PUT", base + "/{name}", this::replace).on("DELETE", base + "/{name}", this::delete);
    }

    void mountLint(ArgoServer server, String path) {
        server.on("POST", "/api/v1/" + path + (kind.namespaced() ? "/{namespace}" : "") + "/lint", this::lint);
    }

    private void list(Call call) throws IOException {
        // The server ignores the list options of event sources.
        var selected = LabelSelector
                .parse(kind.equals(Kind.EVENT_SOURCE) ? "" : call.query("listOptions.labelSelector"));
        List<ObjectNode> found = new ArrayList<>();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("metadata").put("resourceVersion", Long.toString(world.store().resourceVersion()));
        for (ObjectNode object : world.store().list(World.HUB, kind, call.namespace())) {
            if (selected.test(object) && ObjectMeta.name(object).contains(call.query("namePattern"))) {
                found.add(object);
            }
        }
        answer.putNull("items");
        if (!found.isEmpty()) {
            var items = answer.putArray("items");
            found.forEach(object -> items.add(Shapes.answer(kind.name(), object)));
        }
        call.answer(answer);
    }

    private void get(Call call) throws IOException {
        call.answer(Shapes.answer(kind.name(), world.store().get(World.HUB, kind, call.namespace(), call.name())));
    }

    private Optional<ObjectNode> sent(Call call) {
        return call.body(bodyType).get(field) instanceof ObjectNode object
                ? Optional.of(GoShape.read(kind.name(), object))
                : Optional.empty();
    }

    private ObjectNode required(Call call) {
        ObjectNode object = sent(call).orElseThrow(() -> kind.equals(Kind.CRON_WORKFLOW)
                ? new ArgoError(5, "cron workflow was not found in the request body")
                : ArgoError.internal("runtime error: invalid memory address or nil pointer dereference"));
        refuse(object, call.namespace());
        return object;
    }

    private void refuse(ObjectNode object, String namespace) {
        Optional<Problem> problem = check.problem(object, namespace);
        if (problem.isPresent()) {
            throw new ArgoError(problem.get().notFound() ? 5 : 3, problem.get().message());
        }
    }

    private void create(Call call) throws IOException {
        ObjectNode object = required(call);
        Actors.creator(object, call.caller());
        call.answer(Shapes.answer(kind.name(), world.store().create(World.HUB, stored(object, call))));
    }

    private ObjectNode stored(ObjectNode object, Call call) {
        ObjectNode stored = Shapes.stored(kind.name(), object);
        if (kind.namespaced()) {
            ObjectMeta.of(stored).put("namespace", call.namespace());
        }
        return stored;
    }

    private void replace(Call call) throws IOException {
        ObjectNode object = required(call);
        if (ObjectMeta.resourceVersion(object).isEmpty()) {
            throw ArgoError.invalid(kind.resource() + " \"" + call.name()
                    + "\" is invalid: metadata.resourceVersion: Invalid value: 0x0: must be specified for an update");
        }
        ObjectMeta.of(object).put("name", call.name());
        call.answer(Shapes.answer(kind.name(), world.store().replace(World.HUB, stored(object, call))));
    }

    private void delete(Call call) throws IOException {
        world.store().delete(World.HUB, kind, call.namespace(), call.name());
        call.answer(JsonNodeFactory.instance.objectNode());
    }

    private void lint(Call call) throws IOException {
        ObjectNode object = required(call);
        Actors.creator(object, call.caller());
        call.answer(Shapes.answer(kind.name(), object));
    }

    /// What refuses an object.
    @FunctionalInterface
    interface Check {

        Optional<Problem> problem(ObjectNode object, String namespace);
    }
}
