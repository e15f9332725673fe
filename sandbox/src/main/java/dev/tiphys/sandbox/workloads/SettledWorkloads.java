package dev.tiphys.sandbox.workloads;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// Puts workloads into a cluster as if they had been rolled out long ago, former versions included, so that a sandbox
/// begins at rest.
public final class SettledWorkloads {

    private final World world;
    private final String cluster;

    public SettledWorkloads(World world, String cluster) {
        this.world = world;
        this.cluster = cluster;
    }

    /// Creates a Rollout or Deployment that has been through the `former` pod templates and runs its own.
    public void create(ObjectNode workload, List<JsonNode> former) {
        SetOwner owner = workload.path("kind").asString("").equals("Rollout") ? SetOwner.ROLLOUT : SetOwner.DEPLOYMENT;
        ObjectNode created = world.store().create(cluster, workload);
        for (JsonNode template : former) {
            ObjectNode earlier = created.deepCopy();
            ((ObjectNode) earlier.path("spec")).set("template", template.deepCopy());
            rest(new ReplicaSets(world, cluster, owner, earlier).current(), 0);
        }
        int replicas = created.path("spec").path("replicas").asInt(1);
        ReplicaSets sets = new ReplicaSets(world, cluster, owner, created);
        rest(sets.scale(sets.current(), replicas), replicas);
        if (owner == SetOwner.ROLLOUT) {
            settleRollout(created);
        } else {
            new DeploymentController(world).reconcile(ObjectKey.of(cluster, created));
        }
    }

    private void rest(ReplicaSet set, int replicas) {
        ObjectNode object = set.object();
        new Pods(world.store(), cluster).settle(object, replicas, true, false);
        world.store().update(cluster, Kind.REPLICA_SET, ObjectMeta.namespace(object), set.name(),
                found -> found.set("status", ReplicaSetController.status(found, replicas, replicas)));
    }

    private void settleRollout(ObjectNode rollout) {
        ObjectKey key = ObjectKey.of(cluster, rollout);
        String hash = PodTemplate.hash(rollout.path("spec").path("template"));
        world.store().update(cluster, Kind.ROLLOUT, key.namespace(), key.name(), object -> {
            ObjectNode status = object.putObject("status").put("currentPodHash", hash).put("stableRS", hash);
            JsonNode steps = object.path("spec").path("strategy").path("canary").path("steps");
            if (steps.isArray()) {
                status.put("currentStepHash", PodTemplate.hash(steps));
            }
        });
        new RolloutController(world).reconcile(key);
    }
}
