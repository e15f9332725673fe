package dev.tiphys.sandbox.argocd;

import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.kube.WatchEvent;

/// Makes Deployments ready after a few seconds, with one pod each. An image tagged `broken` never gets ready.
final class FakeWorkloads {

    private FakeWorkloads() {
    }

    static void follow(World world, String cluster) {
        world.follow(cluster, Kind.DEPLOYMENT, event -> {
            long generation = event.object().path("metadata").path("generation").asLong();
            if (event.type() != WatchEvent.Type.DELETED
                    && event.object().path("status").path("observedGeneration").asLong(0) != generation) {
                observe(world, cluster, event.object(), generation);
            }
        });
    }

    private static void observe(World world, String cluster, ObjectNode seen, long generation) {
        write(world, cluster, seen, generation, 0);
        world.clock().schedule(Duration.ofSeconds(3), () -> {
            String image = seen.at("/spec/template/spec/containers/0/image").asString("");
            if (world.store().find(cluster, Kind.DEPLOYMENT, ObjectMeta.namespace(seen), ObjectMeta.name(seen))
                    .isPresent() && !image.endsWith("broken")) {
                putPod(world, cluster, seen, image);
                write(world, cluster, seen, generation, 2);
            }
        });
    }

    private static void putPod(World world, String cluster, ObjectNode owner, String image) {
        String name = ObjectMeta.name(owner) + "-pod";
        String namespace = ObjectMeta.namespace(owner);
        if (world.store().find(cluster, Kind.POD, namespace, name).isPresent()) {
            world.store().delete(cluster, Kind.POD, namespace, name);
        }
        world.store().create(cluster, ArgoCdHarness.json("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{"
                + "\"name\":\"" + name + "\",\"namespace\":\"" + namespace
                + "\",\"ownerReferences\":[{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"name\":\""
                + ObjectMeta.name(owner) + "\",\"uid\":\"" + ObjectMeta.uid(owner)
                + "\"}]},\"spec\":{\"containers\":[{\"name\":\"app\",\"image\":\"" + image
                + "\"}]},\"status\":{\"phase\":\"Running\"}}"));
    }

    private static void write(World world, String cluster, JsonNode seen, long generation, int ready) {
        world.store().mergePatch(cluster, Kind.DEPLOYMENT, ObjectMeta.namespace(seen), ObjectMeta.name(seen),
                ArgoCdHarness.json("{\"status\":{\"observedGeneration\":" + generation + ",\"replicas\":2,"
                        + "\"updatedReplicas\":2,\"availableReplicas\":" + ready + "}}"));
    }
}
