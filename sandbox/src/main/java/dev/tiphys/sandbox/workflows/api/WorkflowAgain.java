package dev.tiphys.sandbox.workflows.api;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.workflows.engine.RetriedWorkflow;

/// Running a workflow once more: `retry` on the same object, `resubmit` as a new one.
final class WorkflowAgain {

    private static final List<String> DROPPED = List.of("workflows.argoproj.io/completed",
            "workflows.argoproj.io/phase", "workflows.argoproj.io/workflow-archiving-status");

    private final World world;
    private final WorkflowWrites writes;

    WorkflowAgain(World world, WorkflowWrites writes) {
        this.world = world;
        this.writes = writes;
    }

    void mount(ArgoServer server) {
        server.on("PUT", "/api/v1/workflows/{namespace}/{name}/retry", this::retry)
                .on("PUT", "/api/v1/workflows/{namespace}/{name}/resubmit", this::resubmit);
    }

    private void retry(Call call) throws IOException {
        ObjectNode body = call.body("WorkflowActionRequest");
        ObjectNode after = world.store().update(World.HUB, Kind.WORKFLOW, call.namespace(), call.name(), workflow -> {
            String phase = workflow.path("status").path("phase").asString("");
            String selector = body.path("nodeFieldSelector").asString("");
            boolean restart = body.path("restartSuccessful").asBoolean(false);
            boolean allowed = phase.equals("Failed") || phase.equals("Error")
                    || (phase.equals("Succeeded") && restart && !selector.isEmpty());
            if (!allowed) {
                throw ArgoError.invalid("Cannot retry a workflow in phase " + phase);
            }
            Predicate<JsonNode> chosen = restart && !selector.isEmpty() ? NodeSelector.parse(selector) : node -> false;
            WorkflowWrites.override(workflow, body.path("parameters"));
            ((ObjectNode) workflow.path("spec")).remove("shutdown");
            RetriedWorkflow.reset(workflow, world.clock().now(), chosen);
            Actors.labels(workflow).remove(DROPPED);
            Actors.labels(workflow).put("workflows.argoproj.io/phase", "Running");
            Actors.actor(workflow, "Retry", call.caller());
        });
        call.answer(Shapes.answer("Workflow", after));
    }

    private void resubmit(Call call) throws IOException {
        ObjectNode body = call.body("WorkflowActionRequest");
        ObjectNode old = world.store().get(World.HUB, Kind.WORKFLOW, call.namespace(), call.name());
        if (body.path("memoized").asBoolean(false)) {
            throw ArgoError.invalid("the sandbox does not resubmit memoized: use retry, or resubmit without it");
        }
        ObjectNode workflow = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = workflow.putObject("metadata");
        metadata.put("generateName", old.path("metadata").path("generateName").asString(call.name() + "-"));
        if (old.path("metadata").path("annotations").isObject()) {
            metadata.set("annotations", old.path("metadata").path("annotations").deepCopy());
        }
        ObjectNode labels = metadata.putObject("labels");
        old.path("metadata").path("labels").properties().forEach(label -> labels.set(label.getKey(), label.getValue()));
        labels.remove(DROPPED);
        labels.remove(List.of("workflows.argoproj.io/actor", "workflows.argoproj.io/action"));
        labels.put("workflows.argoproj.io/resubmitted-from-workflow", ObjectMeta.name(old));
        ObjectNode spec = (ObjectNode) old.path("spec").deepCopy();
        spec.remove(List.of("shutdown", "suspend"));
        workflow.set("spec", spec);
        WorkflowWrites.override(workflow, body.path("parameters"));
        Actors.creator(workflow, call.caller());
        call.answer(Shapes.answer("Workflow", writes.store(workflow, call.namespace(), false)));
    }
}
