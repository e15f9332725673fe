package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.sandbox.SandboxOptions;
import dev.tiphys.scenario.FleetLevers;
import dev.tiphys.scenario.Http;
import dev.tiphys.scenario.PortalApi;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTest {

    private final Sandbox sandbox;
    private final FleetLevers fleet;
    private final PortalProcess portal;

    KillTest(@TempDir Path folder) throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().atSpeed(40));
        fleet = new FleetLevers(sandbox.endpoints());
        portal = new PortalProcess(folder, sandbox.endpoints().baseUri());
    }

    @BeforeAll
    void startThePortal() throws IOException {
        portal.start();
    }

    @AfterAll
    void stopEverything() throws IOException, InterruptedException {
        try {
            portal.stop();
        } finally {
            sandbox.close();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"BEFORE_APPLY", "AFTER_APPLY"})
    void aPromotionOutlivesThePortalThatStartsIt(Milestone.Point point) throws IOException, InterruptedException {
        String version = "v5-" + point.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        int before = fleet.countWorkflows();
        portal.start();
        portal.dieAt(point);
        tryToStart(version);
        assertThat(portal.exitCode()).isEqualTo(137);
        portal.start();
        boolean committed = point != Milestone.Point.BEFORE_COMMIT;
        assertThat(known(version)).isEqualTo(committed ? 1 : 0);

        String id = post(version).good().path("id").asString();
        assertThat(portal.developer().ended(id).path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(known(version)).isEqualTo(1);
        assertThat(fleet.workflowsOf(id)).hasSize(1);
        assertThat(fleet.countWorkflows()).isEqualTo(before + 1);
    }

    @Test
    void decisionsOutliveThePortalsThatCarryThemOut() throws IOException, InterruptedException {
        portal.start();
        PortalApi developer = portal.developer();
        String id = developer.started("payments", "v6-held", "dev", "stage", "prod-east");
        developer.waiting(id, "approval");
        portal.dieAt(Milestone.Point.BEFORE_APPLY);
        tryTo(() -> developer.pause(id, "the power fails"));
        assertThat(portal.exitCode()).isEqualTo(137);
        portal.start();

        developer.until(id, seen -> seen.path("phase").asString().equals("PAUSED")
                && seen.path("waitingFor").path("code").asString("").equals("paused"));
        assertThat(developer.pause(id, "").detail()).contains("the power fails");
        portal.dieAt(Milestone.Point.AFTER_APPLY);
        tryTo(() -> developer.resume(id));
        assertThat(portal.exitCode()).isEqualTo(137);
        portal.start();

        developer.waiting(id, "approval");
        developer.abort(id, "").good();
        assertThat(developer.ended(id).path("phase").asString()).isEqualTo("ABORTED");
        assertThat(portal.as("admin").audit(id).valueStream().map(row -> row.path("code").asString()))
                .containsOnlyOnce("promotion.hold-pause", "promotion.hold-resume", "promotion.stop-stop");
    }

    @Test
    void theWorkflowGoesOnWithoutThePortalWhichTellsTheTruthOnItsReturn() throws IOException, InterruptedException {
        portal.start();
        String id = portal.developer().started("payments", "v7-alone", "dev", "stage");
        portal.developer().until(id,
                seen -> PortalApi.target(seen, "payments-dev").path("phase").asString().equals("RUNNING"));
        portal.fail();
        assertThat(workflowPhase(id)).isEqualTo("Running");
        await("the workflow, by itself").atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(100))
                .until(() -> workflowPhase(id).equals("Succeeded"));

        portal.start();
        await("the truth").atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            JsonNode promotion = portal.developer().promotion(id);
            assertThat(promotion.path("phase").asString()).isEqualTo("SUCCEEDED");
            assertThat(promotion.path("waves")).hasSize(2)
                    .allSatisfy(wave -> assertThat(wave.path("phase").asString()).isEqualTo("SUCCEEDED"));
            assertThat(PortalApi.target(promotion, "payments-stage").path("phase").asString()).isEqualTo("SUCCEEDED");
        });
    }

    private String workflowPhase(String promotion) {
        return fleet.workflowsOf(promotion).getFirst().path("status").path("phase").asString("");
    }

    private static void tryTo(Runnable deed) {
        try {
            deed.run();
        } catch (UncheckedIOException cutOff) {
            assertThat(cutOff).hasMessageContaining("was not answered");
        }
    }

    private void tryToStart(String version) {
        try {
            post(version);
        } catch (UncheckedIOException cutOff) {
            assertThat(cutOff).hasMessageContaining("was not answered");
        }
    }

    private Http.Answer post(String version) {
        return portal.developer().http().post("/promotions", PortalApi.wish("payments", version, "dev").toString(),
                "Idempotency-Key", "start-" + version);
    }

    private int known(String version) {
        return (int) portal.developer().http().get("/promotions?service=payments&size=100").good().path("items")
                .valueStream().filter(promotion -> promotion.path("version").asString().equals(version)).count();
    }
}
