package dev.tiphys.sandbox.workloads;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.fleet.Fleet;
import dev.tiphys.sandbox.fleet.FleetAccess;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.time.SimClock;

/// The demo fleet's prod-east with its workload controllers, in quick motion.
final class Cluster implements AutoCloseable {

    static final String NAME = "prod-east";

    final SimClock clock = new SimClock(Instant.parse("2026-11-20T10:00:00Z"), 200);
    final KubeStore store = new KubeStore(clock, 7);
    final WorkloadFaults faults = new WorkloadFaults();
    private final WorkloadControllers controllers;

    Cluster() {
        World world = new World(clock, store);
        Fleet.demo().seed(world, (repository, branch) -> "0".repeat(40),
                new FleetAccess("http://cd", "token", "http://e", "http://providers", "token"));
        controllers = WorkloadControllers.start(world, faults);
    }

    void deploy(Kind kind, String name, String image) {
        store.update(NAME, kind, "shop", name, object -> ((ObjectNode) object.path("spec").path("template").path("spec")
                .path("containers").path(0)).put("image", image));
    }

    void patch(Kind kind, String name, String json) {
        store.mergePatch(NAME, kind, "shop", name, JsonMapper.shared().readTree(json));
    }

    ObjectNode get(Kind kind, String name) {
        return store.get(NAME, kind, "shop", name);
    }

    List<ObjectNode> list(Kind kind) {
        return store.list(NAME, kind, "shop");
    }

    /// Waits until the object is as wished and answers it.
    ObjectNode await(Kind kind, String name, Predicate<ObjectNode> wish) {
        CountDownLatch seen = new CountDownLatch(1);
        try (AutoCloseable _ = store.watch(NAME, kind, event -> {
            if (event.object().path("metadata").path("name").asString("").equals(name) && wish.test(event.object())) {
                seen.countDown();
            }
        })) {
            if (!wish.test(get(kind, name)) && !seen.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("still " + get(kind, name).path("status").toPrettyString());
            }
            return get(kind, name);
        } catch (AssertionError late) {
            throw late;
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    ObjectNode awaitPhase(String rollout, String phase) {
        return await(Kind.ROLLOUT, rollout,
                object -> object.path("status").path("phase").asString("").equals(phase)
                        && object.path("status").path("observedGeneration").asString("")
                                .equals(object.path("metadata").path("generation").asString("")));
    }

    @Override
    public void close() {
        controllers.close();
        clock.close();
    }
}
