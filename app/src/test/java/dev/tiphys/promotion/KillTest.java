package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
