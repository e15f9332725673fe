package dev.tiphys.argo.rollouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tiphys.argo.rollouts.RolloutView.Analysis;
import dev.tiphys.argo.rollouts.RolloutView.Pause;
import dev.tiphys.argo.rollouts.RolloutView.Revisions;
import dev.tiphys.argo.rollouts.RolloutView.Steps;
import dev.tiphys.argo.rollouts.RolloutView.Weights;

class RolloutViewTest {

    private static final String STEPS = """
            [{"setWeight":20},{"analysis":{}},{"setWeight":50},{"setWeight":60},{"pause":{%s}},{"setWeight":80}]""";

    private static final String WAITING = """
            {"metadata":{"name":"shop","namespace":"prod","uid":"u1","generation":7},
             "spec":{"replicas":10,"template":{"spec":{"containers":[{"name":"shop","image":"reg/shop:v5"}]}},
              "strategy":{"canary":{"steps":%s,"trafficRouting":{"nginx":{}}}}},
             "status":{"observedGeneration":"7","phase":"Paused","message":"CanaryPauseStep","currentStepIndex":4,
              "currentPodHash":"new","stableRS":"old","controllerPause":true,
              "pauseConditions":[{"reason":"CanaryPauseStep","startTime":"2026-09-01T10:00:00Z"}],
              "replicas":12,"updatedReplicas":2,"availableReplicas":12,
              "canary":{"weights":{"canary":{"weight":55}},
               "currentBackgroundAnalysisRunStatus":{"name":"shop-new-4","status":"Running"}}}}
            """;

    @Test
    void showsACanaryThatWaitsForAPerson() {
        RolloutView view = RolloutView.of(WAITING.formatted(STEPS.formatted("")));
        assertThat(view.steps()).isEqualTo(new Steps(4, 6, "pause"));
        assertThat(view.weights()).isEqualTo(new Weights(60, 55));
        assertThat(view.revisions()).isEqualTo(new Revisions("old", "new", "", ""));
        assertThat(view.images()).containsExactly("reg/shop:v5");
        assertThat(view.isPaused()).isTrue();
        assertThat(view.pause()).isEqualTo(
                new Pause("CanaryPauseStep", Instant.parse("2026-09-01T10:00:00Z"), null));
        assertThat(view.analyses()).containsExactly(new Analysis("background", "shop-new-4", "Running", ""));
        assertThat(view.isFullyPromoted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "'\"90\"', 90", "'\"10m\"', 600", "'\"1h30m\"', 5400"})
    void knowsWhenAPauseEndsByItself(String duration, long seconds) {
        RolloutView view = RolloutView.of(WAITING.formatted(STEPS.formatted("\"duration\":" + duration)));
        assertThat(view.pause()).isNotNull().extracting(Pause::until)
                .isEqualTo(Instant.parse("2026-09-01T10:00:00Z").plusSeconds(seconds));
    }

    @Test
    void takesTheWantedWeightWhereTheRouterReportsNone() {
        String silent = WAITING.replace("\"weights\":{\"canary\":{\"weight\":55}},", "");
        assertThat(RolloutView.of(silent.formatted(STEPS.formatted(""))).weights()).isEqualTo(new Weights(60, 60));
    }

    @Test
    void hasNoCurrentStepWhenAllAreDone() {
        String done = WAITING.replace("\"currentStepIndex\":4", "\"currentStepIndex\":6");
        RolloutView view = RolloutView.of(done.formatted(STEPS.formatted("")));
        assertThat(view.steps()).isEqualTo(new Steps(6, 6, ""));
        assertThat(view.weights()).isEqualTo(new Weights(100, 100));
    }

    @Test
    void wantsNoWeightOnceAborted() {
        String aborted = WAITING.replace("\"controllerPause\":true", "\"abort\":true");
        RolloutView view = RolloutView.of(aborted.formatted(STEPS.formatted("")));
        assertThat(view.aborted()).isTrue();
        assertThat(view.weights().set()).isZero();
    }

    @Test
    void hasNoWeightWithoutAvailablePods() {
        String down = WAITING.replace("\"availableReplicas\":12", "\"availableReplicas\":0");
        assertThat(RolloutView.of(down.formatted(STEPS.formatted(""))).weights().actual()).isZero();
    }

    @Test
    void countsThePodsOfACanaryWithoutATrafficRouter() {
        String plain = WAITING.replace(",\"trafficRouting\":{\"nginx\":{}}", "").formatted(STEPS.formatted(""));
        String canary = replicaSet("new", "u1", 3);
        String foreign = replicaSet("new", "u2", 9);
        String stable = replicaSet("old", "u1", 9);
        assertThat(RolloutView.of(plain, List.of(foreign, stable, canary)).weights()).isEqualTo(new Weights(60, 25));
        assertThat(RolloutView.of(plain).weights()).isEqualTo(new Weights(60, 16));
    }

    @Test
    void showsBothSidesOfABlueGreen() {
        RolloutView view = RolloutView.of("""
                {"metadata":{"name":"shop","generation":1},"spec":{"strategy":{"blueGreen":{"autoPromotionSeconds":30}}},
                 "status":{"observedGeneration":"1","phase":"Paused","message":"BlueGreenPause","currentPodHash":"b",
                  "stableRS":"a","pauseConditions":[{"reason":"BlueGreenPause","startTime":"2026-09-01T10:00:00Z"}],
                  "blueGreen":{"activeSelector":"a","previewSelector":"b",
                   "prePromotionAnalysisRunStatus":{"name":"pre","status":"Failed","message":"metric broke"}}}}
                """);
        assertThat(view.revisions()).isEqualTo(new Revisions("a", "b", "a", "b"));
        assertThat(view.weights()).isEqualTo(new Weights(0, 0));
        assertThat(view.pause()).isNotNull().extracting(Pause::until).isEqualTo(Instant.parse("2026-09-01T10:00:30Z"));
        assertThat(view.analyses()).singleElement().matches(Analysis::isFailed);
    }

    @Test
    void readsTheImagesOfAReferencedWorkloadFromItsNewestReplicaSet() {
        String referring = """
                {"metadata":{"name":"shop","uid":"u1"},"spec":{"workloadRef":{"kind":"Deployment","name":"shop"},
                 "strategy":{"canary":{}}},"status":{"currentPodHash":"new"}}
                """;
        assertThat(RolloutView.of(referring, List.of(replicaSet("new", "u1", 1))).images())
                .containsExactly("reg/shop:new");
    }

    @Test
    void survivesAnObjectThatHasNothingYet() {
        RolloutView view = RolloutView.of("{\"metadata\":{\"name\":\"shop\"}}");
        assertThat(view.isDone()).isFalse();
        assertThat(view.isFullyPromoted()).isFalse();
    }

    private static String replicaSet(String hash, String owner, int available) {
        return """
                {"metadata":{"labels":{"rollouts-pod-template-hash":"%1$s"},"ownerReferences":[{"uid":"%2$s"}]},
                 "spec":{"template":{"spec":{"containers":[{"image":"reg/shop:%1$s"}]}}},
                 "status":{"availableReplicas":%3$d}}
                """.formatted(hash, owner, available);
    }
}
