package dev.tiphys.sandbox.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.time.SimClock;
import dev.tiphys.sandbox.workloads.WorkloadControllers;
import dev.tiphys.sandbox.workloads.WorkloadFaults;

class FleetTest {

    private static final FleetAccess ACCESS = new FleetAccess("http://localhost/argocd", "secret",
            "http://localhost/e", "http://localhost/p", "token");

    private static World seeded(Fleet fleet, SimClock clock) {
        World world = new World(clock, new KubeStore(clock, 7));
        fleet.seed(world, (repository, branch) -> "a".repeat(40), ACCESS);
        return world;
    }

    private static SimClock clock() {
        return new SimClock(Instant.parse("2026-11-20T10:00:00Z"), 0);
    }

    @Test
    void beginsWithEveryServiceHealthyOnFourClusters() {
        try (SimClock clock = clock()) {
            World world = seeded(Fleet.demo(), clock);
            List<ObjectNode> applications = world.store().list(World.HUB, Kind.APPLICATION, "argocd");
            assertThat(applications).extracting(ObjectMeta::name).hasSize(28).contains("checkout-dev",
                    "checkout-stage", "checkout-prod-east", "checkout-prod-west", "catalogue-dev", "payments-stage");
            assertThat(applications).allSatisfy(application -> assertThat(
                    application.path("status").path("health").path("status").asString()).isEqualTo("Healthy"));
            assertThat(applications)
                    .filteredOn(application -> application.path("status").path("sync").path("status").asString("")
                            .equals("OutOfSync"))
                    .extracting(ObjectMeta::name).containsExactly("external-dns-stage");
            assertThat(world.store().get(World.HUB, Kind.APPLICATION, "argocd", "checkout-dev").toString())
                    .contains("registry.example/checkout:v4");
        }
    }

    @Test
    void isAtRestWhenTheControllersLookAtItFirst() throws Exception {
        try (SimClock clock = clock()) {
            World world = seeded(Fleet.demo(), clock);
            long version = world.store().resourceVersion();
            try (WorkloadControllers _ = WorkloadControllers.start(world, new WorkloadFaults())) {
                CountDownLatch done = new CountDownLatch(1);
                clock.execute(() -> clock.execute(done::countDown));
                assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(world.store().resourceVersion()).isEqualTo(version);
            }
        }
    }

    @Test
    void hasFiveHundredClustersInTheArmada() {
        try (SimClock clock = clock()) {
            World world = seeded(Fleet.armada(), clock);
            assertThat(world.store().clusters()).hasSize(501);
            assertThat(world.store().list(World.HUB, Kind.APPLICATION, "argocd")).hasSize(10_000);
        }
    }

    @Test
    void saysWhichFleetsThereAre() {
        assertThatThrownBy(() -> Fleet.named("flotilla")).hasMessage(
                "there is no fleet 'flotilla': tiphys.sandbox.fleet must be demo, fifty, squadron or armada");
        assertThat(Fleet.named("fifty").members()).hasSize(50);
        assertThat(Fleet.named("squadron").members()).hasSize(212).contains("prod-east-104", "prod-west-001");
    }
}
