package dev.tiphys.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwaitRolloutTest {

    private final Shop shop = Shop.delivered();
    private final PlayedArgoCd argoCd = new PlayedArgoCd(shop);
    private final AwaitRollout step = new AwaitRollout(argoCd);
    @TempDir
    private Path root = Path.of("");
    private Stage stage = new Stage(root);

    @BeforeEach
    void build() {
        stage = new Stage(root);
    }

    @Test
    void followsACanaryToItsEnd() throws InterruptedException, IOException {
        rollout("\"phase\":\"Progressing\",\"currentStepIndex\":0,\"stableRS\":\"a\"");
        stage.then(() -> rollout("\"phase\":\"Paused\",\"currentStepIndex\":1,\"stableRS\":\"a\","
                + "\"pauseConditions\":[{\"reason\":\"CanaryPauseStep\",\"startTime\":\"2026-11-20T10:00:00Z\"}]"))
                .then(() -> rollout("\"phase\":\"Healthy\",\"currentStepIndex\":2,\"stableRS\":\"b\""));
        assertThat(stage.play(step)).isEqualTo("checkout is rolled out and Healthy");
        assertThat(stage.log()).containsExactly("checkout at step 1 of 2, weight 0 %, goes on",
                "checkout at step 2 of 2, weight 0 %, is paused (CanaryPauseStep) and waits for a person to resume it");
        assertThat(stage.file("var/run/argo/progress")).isEqualTo("1/1");
    }

    @Test
    void waitsForAPersonLongerThanForAnythingElse() throws InterruptedException {
        String paused = "\"phase\":\"Paused\",\"currentStepIndex\":1,\"stableRS\":\"a\","
                + "\"pauseConditions\":[{\"reason\":\"CanaryPauseStep\"}]";
        rollout(paused);
        for (int nap = 0; nap < 500; nap++) {
            stage.then(() -> {
            });
        }
        stage.then(() -> rollout("\"phase\":\"Healthy\",\"currentStepIndex\":2,\"stableRS\":\"b\""));
        assertThat(stage.play(step)).isEqualTo("checkout is rolled out and Healthy");
        assertThat(stage.passed()).isGreaterThan(Duration.ofMinutes(15));
    }

    @Test
    void namesTheMetricThatBrokeTheCanary() {
        rollout("\"phase\":\"Degraded\",\"abort\":true,\"stableRS\":\"a\",\"message\":\"RolloutAborted: too bad\","
                + "\"canary\":{\"currentStepAnalysisRunStatus\":{\"name\":\"checkout-b-2-1\",\"status\":\"Failed\"}}");
        argoCd.put("argoproj.io", "AnalysisRun", "checkout-b-2-1", "Degraded", List.of("uid-checkout"), """
                {"metadata":{"labels":{"rollouts-pod-template-hash":"b"}},"spec":{"metrics":[{"name":"error-rate",
                 "successCondition":"result[0] < 0.05"},{"name":"latency"}]},"status":{"phase":"Failed","metricResults":[
                 {"name":"latency","phase":"Successful"},{"name":"error-rate","phase":"Failed",
                  "measurements":[{"value":"[0.02]"},{"value":"[0.31]"}]}]}}
                """);
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step))
                .withMessage("the rollout of checkout was aborted: metric error-rate failed, measured [0.02], [0.31],"
                        + " wanted result[0] < 0.05");
    }

    @Test
    void saysWhatTheControllerSaysWhereNoAnalysisFailed() {
        rollout("\"phase\":\"Degraded\",\"stableRS\":\"a\",\"message\":\"ProgressDeadlineExceeded: no progress\"");
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step))
                .withMessage("the rollout of checkout is Degraded: ProgressDeadlineExceeded: no progress");
    }

    @Test
    void doesNotTakeTheOldRolloutOfALaterWaveForDone() throws InterruptedException {
        shop.operation = Shop.operation("Running", "waiting for healthy state of apps/Deployment/db", Shop.OWN);
        shop.operationRequested = true;
        rollout("\"phase\":\"Healthy\",\"stableRS\":\"b\"");
        stage.then(() -> {
            shop.operation = Shop.operation("Succeeded", "", Shop.OWN);
            shop.operationRequested = false;
        });
        assertThat(stage.play(step)).isEqualTo("checkout is rolled out and Healthy");
        assertThat(stage.passed()).isPositive();
    }

    @Test
    void failsWithTheSync() {
        shop.operation = Shop.operation("Failed", "too bad", Shop.OWN);
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step))
                .withMessage("the sync failed: too bad");
    }

    @Test
    void waitsForTheHealthOfAPlainDeploymentThatWasComparedAfterItsSync() throws InterruptedException {
        shop.reconciledAt = Shop.START;
        argoCd.whenRefreshed(() -> {
            shop.reconciledAt = Shop.START.plusSeconds(11);
            shop.health = "Progressing";
        });
        stage.then(() -> shop.health = "Healthy");
        assertThat(stage.play(step)).isEqualTo("shop/checkout-dev is Healthy");
        assertThat(argoCd.done).containsExactly("refresh");
    }

    @Test
    void givesUpOnWhatNeverGetsHealthy() {
        shop.health = "Progressing";
        shop.healthMessage = "1 old replica";
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step)).withMessage(
                "gave up after 10m: shop/checkout-dev is Progressing, not yet Healthy: 1 old replica");
    }

    @Test
    void failsAtOnceWhenTheChangeMadeItDegraded() {
        shop.health = "Progressing";
        stage.then(() -> shop.health = "Degraded");
        assertThatExceptionOfType(ChangeFailed.class).isThrownBy(() -> stage.play(step))
                .withMessage("checkout-dev became Degraded");
    }

    @Test
    void letsWhatWasDegradedBeforeRecover() throws InterruptedException {
        shop.health = "Degraded";
        stage.then(() -> shop.health = "Progressing").then(() -> shop.health = "Healthy");
        assertThat(stage.play(step)).isEqualTo("shop/checkout-dev is Healthy");
    }

    private void rollout(String status) {
        argoCd.rollout("""
                {"metadata":{"name":"checkout","generation":1},
                 "spec":{"replicas":1,"strategy":{"canary":{"steps":[{"setWeight":20},{"pause":{}}]}}},
                 "status":{"observedGeneration":"1","currentPodHash":"b",%s}}
                """.formatted(status));
    }
}
