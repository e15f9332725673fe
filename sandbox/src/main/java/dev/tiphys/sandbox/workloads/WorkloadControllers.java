package dev.tiphys.sandbox.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

/// Runs the workload controllers of all clusters that the store knows at the start.
public final class WorkloadControllers implements AutoCloseable {

    private final World world;
    private final ReplicaSetController replicaSets;
    private final DeploymentController deployments;
    private final RolloutController rollouts;
    private final AnalysisController analyses;
    private final List<AutoCloseable> watches = new ArrayList<>();

    private WorkloadControllers(World world, WorkloadTimings timings, VersionBehaviour versions,
            WorkloadFaults faults) {
        this.world = world;
        this.replicaSets = new ReplicaSetController(world, timings, versions, faults);
        this.deployments = new DeploymentController(world);
        this.rollouts = new RolloutController(world);
        this.analyses = new AnalysisController(world, timings, versions, faults);
    }

    /// Starts with the usual timings and versions that do what their name says.
    public static WorkloadControllers start(World world, WorkloadFaults faults) {
        return start(world, WorkloadTimings.defaults(), VersionBehaviour.byName(), faults);
    }

    public static WorkloadControllers start(World world, WorkloadTimings timings, VersionBehaviour versions,
            WorkloadFaults faults) {
        WorkloadControllers controllers = new WorkloadControllers(world, timings, versions, faults);
        world.store().clusters().forEach(controllers::control);
        faults.onChange(() -> world.store().clusters().forEach(controllers::lookAtSets));
        return controllers;
    }

    private void control(String cluster) {
        follow(cluster, Kind.ROLLOUT, object -> rollouts.queue().add(ObjectKey.of(cluster, object)));
        follow(cluster, Kind.DEPLOYMENT, object -> deployments.queue().add(ObjectKey.of(cluster, object)));
        follow(cluster, Kind.ANALYSIS_RUN, object -> {
            analyses.queue().add(ObjectKey.of(cluster, object));
            wakeOwner(cluster, object);
        });
        follow(cluster, Kind.REPLICA_SET, object -> {
            replicaSets.queue().add(ObjectKey.of(cluster, object));
            wakeOwner(cluster, object);
        });
        lookAtSets(cluster);
        world.store().list(cluster, Kind.ROLLOUT, "").forEach(o -> rollouts.queue().add(ObjectKey.of(cluster, o)));
        world.store().list(cluster, Kind.DEPLOYMENT, "")
                .forEach(object -> deployments.queue().add(ObjectKey.of(cluster, object)));
    }

    private void lookAtSets(String cluster) {
        world.store().list(cluster, Kind.REPLICA_SET, "")
                .forEach(object -> replicaSets.queue().add(ObjectKey.of(cluster, object)));
    }

    private void follow(String cluster, Kind kind, Consumer<ObjectNode> look) {
        watches.add(world.store().watch(cluster, kind, event -> look.accept(event.object())));
    }

    private void wakeOwner(String cluster, ObjectNode object) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            ObjectKey key = ObjectKey.of(cluster, object).named(owner.path("name").asString(""));
            switch (owner.path("kind").asString("")) {
                case "Rollout" -> rollouts.queue().add(key);
                case "Deployment" -> deployments.queue().add(key);
                default -> {
                    // owned by something that waits for nothing
                }
            }
        }
    }

    @Override
    public void close() {
        watches.forEach(WorkloadControllers::end);
    }

    private static void end(AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception impossible) {
            throw new IllegalStateException("a watch of the store did not end", impossible);
        }
    }
}
