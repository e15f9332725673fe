package dev.tiphys.sandbox.workloads;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.workloads.VersionBehaviour.Fate;

/// Starts and ends the pods of ReplicaSets: what is asked for is available a while later, unless the version is broken.
final class ReplicaSetController {

    private final World world;
    private final WorkloadTimings timings;
    private final VersionBehaviour versions;
    private final WorkloadFaults faults;
    private final WorkQueue queue;
    private final Map<ObjectKey, Instant> starting = new HashMap<>();

    ReplicaSetController(World world, WorkloadTimings timings, VersionBehaviour versions, WorkloadFaults faults) {
        this.world = world;
        this.timings = timings;
        this.versions = versions;
        this.faults = faults;
        this.queue = new WorkQueue(world.clock(), this::reconcile);
    }

    WorkQueue queue() {
        return queue;
    }

    private void reconcile(ObjectKey key) {
        world.store().find(key.cluster(), Kind.REPLICA_SET, key.namespace(), key.name())
                .ifPresentOrElse(set -> reconcile(key, set), () -> starting.remove(key));
    }

    private void reconcile(ObjectKey key, ObjectNode set) {
        int wanted = set.path("spec").path("replicas").asInt(0);
        int available = set.path("status").path("availableReplicas").asInt(0);
        if (wanted <= available) {
            starting.remove(key);
            report(key, set, wanted, wanted, false);
            return;
        }
        if (isBroken(key, set)) {
            starting.remove(key);
            report(key, set, wanted, available, true);
            return;
        }
        Instant ready = starting.computeIfAbsent(key, same -> world.clock().now().plus(startTime(set)));
        if (world.clock().now().isBefore(ready)) {
            report(key, set, wanted, available, false);
            queue.addAfter(key, Duration.between(world.clock().now(), ready));
            return;
        }
        starting.remove(key);
        report(key, set, wanted, wanted, false);
    }

    private boolean isBroken(ObjectKey key, ObjectNode set) {
        String service = set.path("metadata").path("ownerReferences").path(0).path("name").asString("");
        return versions.of(version(set)) == Fate.BROKEN
                || faults.holds(WorkloadFaults.Type.NEVER_HEALTHY, service, key.cluster());
    }

    private Duration startTime(ObjectNode set) {
        return versions.of(version(set)) == Fate.SLOW ? timings.slowPodStart() : timings.podStart();
    }

    private static String version(ObjectNode set) {
        return PodTemplate.version(set.path("spec").path("template"));
    }

    private void report(ObjectKey key, ObjectNode set, int replicas, int available, boolean crashing) {
        new Pods(world.store(), key.cluster()).settle(set, replicas, available >= replicas, crashing);
        world.store().update(key.cluster(), Kind.REPLICA_SET, key.namespace(), key.name(),
                object -> object.set("status", status(object, replicas, available)));
    }

    /// The status of a set that has `replicas` pods of which `available` serve.
    static ObjectNode status(ObjectNode set, int replicas, int available) {
        ObjectNode status = set.objectNode();
        status.put("replicas", replicas).put("fullyLabeledReplicas", replicas);
        if (available > 0) {
            status.put("readyReplicas", available).put("availableReplicas", available);
        }
        status.put("observedGeneration", set.path("metadata").path("generation").asLong(1));
        return status;
    }
}
