package dev.tiphys.sandbox.workflows.pods;

import java.time.temporal.ChronoUnit;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

/// The Pod objects of workflows in the hub's store.
final class PodObjects {

    private final World world;

    PodObjects(World world) {
        this.world = world;
    }

    void create(PodRequest request) {
        delete(request);
        ObjectNode pod = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = pod.putObject("metadata").put("namespace", request.namespace()).put("name",
                request.podName());
        metadata.putObject("labels").put("workflows.argoproj.io/workflow", request.workflow())
                .put("workflows.argoproj.io/completed", "false");
        metadata.putObject("annotations").put("workflows.argoproj.io/node-id", request.nodeId())
                .put("workflows.argoproj.io/node-name", request.nodeName())
                .put("workflows.argoproj.io/pod-name-format", "v2")
                .put("kubectl.kubernetes.io/default-container", "main");
        metadata.putArray("ownerReferences").addObject().put("apiVersion", "argoproj.io/v1alpha1")
                .put("kind", "Workflow").put("name", request.workflow()).put("uid", request.workflowUid())
                .put("controller", true).put("blockOwnerDeletion", true);
        ObjectNode main = request.container().deepCopy();
        main.put("name", "main").remove("source");
        pod.putObject("spec").put("restartPolicy", "Never").putArray("containers").add(main);
        pod.putObject("status").put("phase", "Pending");
        world.store().create(World.HUB, pod);
    }

    void phase(PodRequest request, String phase, String exitCode) {
        if (world.store().find(World.HUB, Kind.POD, request.namespace(), request.podName()).isEmpty()) {
            return;
        }
        String now = world.clock().now().truncatedTo(ChronoUnit.SECONDS).toString();
        world.store().update(World.HUB, Kind.POD, request.namespace(), request.podName(), pod -> {
            ObjectNode status = pod.get("status") instanceof ObjectNode present ? present : pod.putObject("status");
            status.put("phase", phase);
            ObjectNode container = status.putArray("containerStatuses").addObject().put("name", "main")
                    .put("ready", phase.equals("Running")).put("restartCount", 0);
            if (phase.equals("Running")) {
                status.put("startTime", now).put("podIP", "10.42.0.7");
                container.putObject("state").putObject("running").put("startedAt", now);
            } else {
                container.putObject("state").putObject("terminated").put("exitCode", Integer.parseInt(exitCode))
                        .put("reason", phase.equals("Succeeded") ? "Completed" : "Error").put("finishedAt", now);
                ((ObjectNode) pod.path("metadata").path("labels")).put("workflows.argoproj.io/completed", "true");
            }
        });
    }

    void delete(PodRequest request) {
        if (world.store().find(World.HUB, Kind.POD, request.namespace(), request.podName()).isPresent()) {
            world.store().delete(World.HUB, Kind.POD, request.namespace(), request.podName());
        }
    }
}
