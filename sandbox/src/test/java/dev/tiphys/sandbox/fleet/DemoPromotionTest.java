package dev.tiphys.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.argocd.ArgoCdSandbox;
import dev.tiphys.sandbox.argocd.ArgoCdTimings;
import dev.tiphys.sandbox.argocd.Repositories;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.time.SimClock;
import dev.tiphys.sandbox.workloads.WorkloadControllers;
import dev.tiphys.sandbox.workloads.WorkloadFaults;

class DemoPromotionTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final SimClock clock = new SimClock(START, 20);
    private final World world = new World(clock, new KubeStore(clock, 7));
    private final SandboxServer server;
    private final WorkloadControllers workloads;

    DemoPromotionTest() throws IOException {
        server = new SandboxServer(InetAddress.getLoopbackAddress(), 0);
        Fleet fleet = Fleet.demo();
        Repositories past = new Repositories();
        List<String> pushed = new ArrayList<>();
        fleet.seed(world, (repository, branch) -> {
            pushed.add(repository);
            return past.push(repository, branch);
        }, new FleetAccess("http://cd", "token", "http://events", "http://providers", "token"));
        ArgoCdSandbox argoCd = ArgoCdSandbox.install(world, server, fleet.manifests(), ArgoCdTimings.REALISTIC);
        pushed.forEach(repository -> argoCd.repositories().push(repository, "main"));
        workloads = WorkloadControllers.start(world, new WorkloadFaults());
    }

    @AfterEach
    void stop() {
        workloads.close();
        server.close();
        clock.close();
    }

    private ObjectNode await(String application, Predicate<ObjectNode> wish) throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        try (AutoCloseable _ = world.store().watch(World.HUB, Kind.APPLICATION, event -> {
            if (ObjectMeta.name(event.object()).equals(application) && wish.test(event.object())) {
                seen.countDown();
            }
        })) {
            ObjectNode present = world.store().get(World.HUB, Kind.APPLICATION, "argocd", application);
            if (!wish.test(present) && !seen.await(40, TimeUnit.SECONDS)) {
                throw new AssertionError("still " + present.path("status").toPrettyString());
            }
        }
        return world.store().get(World.HUB, Kind.APPLICATION, "argocd", application);
    }

    private static String text(ObjectNode application, String pointer) {
        return application.at(pointer).asString("");
    }

    @Test
    void staysAsItIsWhenArgoCdComparesItFirst() throws Exception {
        for (ObjectNode seeded : world.store().list(World.HUB, Kind.APPLICATION, "argocd")) {
            ObjectNode compared = await(ObjectMeta.name(seeded),
                    application -> Instant.parse(text(application, "/status/reconciledAt")).compareTo(START) >= 0);
            for (String pointer : new String[]{"/status/sync/status", "/status/sync/revision", "/status/health/status",
                    "/status/summary/images", "/spec"}) {
                assertThat(compared.at(pointer)).as(ObjectMeta.name(seeded) + pointer).isEqualTo(seeded.at(pointer));
            }
        }
    }

    @Test
    void bringsTheNextVersionThroughACanaryToHealthy() throws Exception {
        await("checkout-dev", application -> Instant.parse(text(application, "/status/reconciledAt"))
                .compareTo(START) >= 0);
        world.store().mergePatch(World.HUB, Kind.APPLICATION, "argocd", "checkout-dev", JsonMapper.shared().readTree(
                """
                        {"spec": {"source": {"kustomize": {"images": ["registry.example/checkout:v5"]}}},
                         "status": {"operationState": null}, "operation": {"sync": {}}}"""));
        await("checkout-dev", application -> text(application, "/status/health/status").equals("Progressing"));
        ObjectNode done = await("checkout-dev",
                application -> text(application, "/status/health/status").equals("Healthy"));
        assertThat(text(done, "/status/sync/status")).isEqualTo("Synced");
        assertThat(text(done, "/status/operationState/phase")).isEqualTo("Succeeded");
        assertThat(done.at("/status/summary/images").toString()).contains("checkout:v5");
    }
}
