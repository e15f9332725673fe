package dev.tiphys.sandbox.workflows.engine;

import java.time.temporal.ChronoUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// Writes the Kubernetes Events by which the controller tells what happens to a workflow.
final class WorkflowEvents {

    private final World world;

    WorkflowEvents(World world) {
        this.world = world;
    }

    void tell(JsonNode workflow, Effect.Tell tell) {
        String now = world.clock().now().truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Event");
        event.putObject("metadata").put("namespace", ObjectMeta.namespace(workflow)).put("generateName",
                ObjectMeta.name(workflow) + ".");
        event.putObject("involvedObject").put("apiVersion", "argoproj.io/v1alpha1").put("kind", "Workflow")
                .put("namespace", ObjectMeta.namespace(workflow)).put("name", ObjectMeta.name(workflow))
                .put("uid", ObjectMeta.uid(workflow));
        event.put("type", tell.type()).put("reason", tell.reason()).put("message", tell.message())
                .put("firstTimestamp", now).put("lastTimestamp", now).put("count", 1);
        event.putObject("source").put("component", "workflow-controller");
        world.store().create(World.HUB, event);
    }
}
