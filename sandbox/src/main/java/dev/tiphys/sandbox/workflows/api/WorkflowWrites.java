package dev.tiphys.sandbox.workflows.api;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// Creating, linting, submitting and resubmitting workflows.
final class WorkflowWrites {

    private static final Map<String, Kind> SUBMITTABLE = Map.ofEntries(
            Map.entry("workflowtemplate", Kind.WORKFLOW_TEMPLATE),
            Map.entry("workflowtemplates", Kind.WORKFLOW_TEMPLATE), Map.entry("wftmpl", Kind.WORKFLOW_TEMPLATE),
            Map.entry("clusterworkflowtemplate", Kind.CLUSTER_WORKFLOW_TEMPLATE),
            Map.entry("clusterworkflowtemplates", Kind.CLUSTER_WORKFLOW_TEMPLATE),
            Map.entry("cwft", Kind.CLUSTER_WORKFLOW_TEMPLATE), Map.entry("cronworkflow", Kind.CRON_WORKFLOW),
            Map.entry("cronworkflows", Kind.CRON_WORKFLOW), Map.entry("cwf", Kind.CRON_WORKFLOW));

    private final World world;
    private final WorkflowLinter linter;

    WorkflowWrites(World world, WorkflowLinter linter) {
        this.world = world;
        this.linter = linter;
    }

    void mount(ArgoServer server) {
        server.on("POST", "/api/v1/workflows/{namespace}", this::create)
                .on("POST", "/api/v1/workflows/{namespace}/lint", this::lint)
                .on("POST", "/api/v1/workflows/{namespace}/submit", this::submit);
    }

    private void create(Call call) throws IOException {
        ObjectNode body = call.body("WorkflowCreateRequest");
        if (!(body.get("workflow") instanceof ObjectNode workflow)) {
            throw ArgoError.invalid("workflow body not specified");
        }
        String namespace = ObjectMeta.namespace(workflow);
        if (!namespace.isEmpty() && !namespace.equals(call.namespace())) {
            throw ArgoError.invalid("the namespace of the provided object does not match the namespace sent on the "
                    + "request");
        }
        Actors.creator(workflow, call.caller());
        refuse(workflow, call.namespace());
        if (body.path("createOptions").path("dryRun").size() > 0) {
            call.answer(Shapes.answer("Workflow", workflow));
        } else {
            call.answer(Shapes.answer("Workflow", store(workflow, call.namespace(),
                    body.path("serverDryRun").asBoolean(false))));
        }
    }

    private void refuse(ObjectNode workflow, String namespace) {
        linter.problem(workflow, namespace, true).ifPresent(problem -> {
            throw new ArgoError(problem.notFound() ? 5 : 3, problem.message());
        });
    }

    ObjectNode store(ObjectNode workflow, String namespace, boolean dryRun) {
        ObjectNode stored = Shapes.stored("Workflow", workflow);
        ObjectMeta.of(stored).put("namespace", namespace);
        stored.remove("status");
        if (dryRun) {
            return stored;
        }
        return world.store().create(World.HUB, Shapes.stored("Workflow", stored));
    }

    private void lint(Call call) throws IOException {
        ObjectNode body = call.body("WorkflowLintRequest");
        if (!(body.get("workflow") instanceof ObjectNode workflow)) {
            throw ArgoError.internal("runtime error: invalid memory address or nil pointer dereference");
        }
        Actors.creator(workflow, call.caller());
        String namespace = ObjectMeta.namespace(workflow);
        linter.problem(workflow, namespace, false).ifPresent(problem -> {
            throw new ArgoError(problem.notFound() ? 5 : problem.outsideSandbox() ? 3 : 2, problem.message());
        });
        call.answer(Shapes.answer("Workflow", workflow));
    }

    private void submit(Call call) throws IOException {
        ObjectNode body = call.body("WorkflowSubmitRequest");
        Kind kind = SUBMITTABLE.get(body.path("resourceKind").asString("").toLowerCase(Locale.ROOT));
        if (kind == null) {
            throw ArgoError.invalid("resource kind '" + body.path("resourceKind").asString("") + "' is not supported");
        }
        String source = body.path("resourceName").asString("");
        ObjectNode template = world.store().get(World.HUB, kind, kind.namespaced() ? call.namespace() : "", source);
        ObjectNode workflow = Submission.of(kind, template, body.path("submitOptions"));
        Actors.creator(workflow, call.caller());
        refuse(workflow, call.namespace());
        if (body.path("submitOptions").path("dryRun").asBoolean(false)) {
            call.answer(Shapes.answer("Workflow", workflow));
        } else {
            call.answer(Shapes.answer("Workflow", store(workflow, call.namespace(),
                    body.path("submitOptions").path("serverDryRun").asBoolean(false))));
        }
    }

    /// Writes `k=v` parameters over the arguments of a workflow.
    static void override(ObjectNode workflow, JsonNode parameters) {
        ObjectNode over = JsonNodeFactory.instance.objectNode();
        ArrayNode list = over.putArray("parameters");
        for (JsonNode parameter : parameters) {
            String text = parameter.asString("");
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw ArgoError.invalid("expected parameter of the form: NAME=VALUE. Received: " + text);
            }
            list.addObject().put("name", text.substring(0, equals)).put("value", text.substring(equals + 1));
        }
        ObjectNode spec = (ObjectNode) workflow.path("spec");
        spec.set("arguments",
                dev.tiphys.sandbox.workflows.engine.Arguments.merge(spec.path("arguments"), over));
    }
}
