package dev.tiphys.sandbox.workloads;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// The Deployment controller: rolls one pod after the other, never with fewer than are wanted.
final class DeploymentController {

    private static final int HISTORY = 10;
    private static final long DEADLINE_SECONDS = 600;

    private final World world;
    private final WorkQueue queue;

    DeploymentController(World world) {
        this.world = world;
        this.queue = new WorkQueue(world.clock(), this::reconcile);
    }

    WorkQueue queue() {
        return queue;
    }

    void reconcile(ObjectKey key) {
        world.store().find(key.cluster(), Kind.DEPLOYMENT, key.namespace(), key.name())
                .filter(deployment -> !deployment.path("metadata").has("deletionTimestamp"))
                .ifPresent(deployment -> reconcile(key, deployment));
    }

    private void reconcile(ObjectKey key, ObjectNode deployment) {
        ReplicaSets sets = new ReplicaSets(world, key.cluster(), SetOwner.DEPLOYMENT, deployment);
        ReplicaSet current = sets.current();
        if (!deployment.path("spec").path("paused").asBoolean(false)) {
            roll(sets, current, deployment.path("spec").path("replicas").asInt(1));
        }
        sets.trim(deployment.path("spec").path("revisionHistoryLimit").asInt(HISTORY));
        ObjectNode status = status(key, deployment, sets, current.hash());
        world.store().update(key.cluster(), Kind.DEPLOYMENT, key.namespace(), key.name(), object -> {
            object.set("status", status);
            ObjectMeta.of(object).withObjectProperty("annotations").put(SetOwner.DEPLOYMENT.revisionAnnotation(),
                    Integer.toString(current.revision()));
        });
    }

    private static void roll(ReplicaSets sets, ReplicaSet current, int wanted) {
        List<ReplicaSet> others = sets.list().stream()
                .filter(set -> !set.hash().equals(current.hash()) && set.desired() > 0).toList();
        int next = others.isEmpty() ? wanted : Math.min(wanted, current.available() + 1);
        if (current.desired() != next && (others.isEmpty() || next > current.desired())) {
            sets.scale(current, next);
        }
        int spare = wanted - current.available();
        for (ReplicaSet other : others) {
            int kept = Math.max(0, Math.min(other.desired(), spare));
            if (kept != other.desired()) {
                sets.scale(other, kept);
            }
            spare -= kept;
        }
    }

    private ObjectNode status(ObjectKey key, ObjectNode deployment, ReplicaSets sets, String hash) {
        JsonNode before = deployment.path("status");
        ObjectNode status = before instanceof ObjectNode present ? present.deepCopy() : deployment.objectNode();
        List<ReplicaSet> all = sets.list();
        ReplicaSet current = sets.find(hash).orElseThrow();
        int wanted = deployment.path("spec").path("replicas").asInt(1);
        int available = all.stream().mapToInt(ReplicaSet::available).sum();
        status.put("observedGeneration", deployment.path("metadata").path("generation").asLong(1));
        status.put("replicas", all.stream().mapToInt(ReplicaSet::replicas).sum());
        status.put("updatedReplicas", current.replicas()).put("readyReplicas", available).put("availableReplicas",
                available);
        if (available < wanted) {
            status.put("unavailableReplicas", wanted - available);
        } else {
            status.remove("unavailableReplicas");
        }
        conditions(key, deployment, status, current, available >= wanted);
        return status;
    }

    private void conditions(ObjectKey key, ObjectNode deployment, ObjectNode status, ReplicaSet current,
            boolean available) {
        Conditions conditions = new Conditions(status, world.clock().now());
        int wanted = deployment.path("spec").path("replicas").asInt(1);
        conditions.set("Available", available, available ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                available ? "Deployment has minimum availability." : "Deployment does not have minimum availability.");
        String set = "ReplicaSet \"" + current.name() + "\"";
        boolean complete = current.available() >= wanted && status.path("replicas").asInt(0) == wanted;
        boolean moved = List.of("replicas", "availableReplicas", "updatedReplicas", "observedGeneration").stream()
                .anyMatch(field -> !status.path(field).equals(deployment.path("status").path(field)));
        if (complete) {
            conditions.set("Progressing", true, "NewReplicaSetAvailable", set + " has successfully progressed.");
        } else if (moved || conditions.reason("Progressing").isEmpty()) {
            conditions.set("Progressing", true, "ReplicaSetUpdated", set + " is progressing.");
            conditions.touch("Progressing");
            queue.addAfter(key, deadline(deployment));
        } else {
            watchDeadline(key, deployment, conditions, set);
        }
    }

    private void watchDeadline(ObjectKey key, ObjectNode deployment, Conditions conditions, String set) {
        Instant moved = Instant.parse(conditions.find("Progressing").path("lastUpdateTime").asString());
        Duration left = Duration.between(world.clock().now(), moved.plus(deadline(deployment)));
        if (left.isPositive()) {
            queue.addAfter(key, left);
        } else {
            conditions.set("Progressing", false, "ProgressDeadlineExceeded", set + " has timed out progressing.");
        }
    }

    private static Duration deadline(ObjectNode deployment) {
        return Duration.ofSeconds(deployment.path("spec").path("progressDeadlineSeconds").asLong(DEADLINE_SECONDS));
    }
}
