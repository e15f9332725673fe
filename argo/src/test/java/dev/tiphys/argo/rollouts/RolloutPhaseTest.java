package dev.tiphys.argo.rollouts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tiphys.argo.rollouts.RolloutView.Phase;

/// One object for every rule of the controller, in the order in which the rules are asked.
class RolloutPhaseTest {

    @Test
    void waitsUntilTheControllerHasSeenTheNewSpecification() {
        expect("""
                {"metadata":{"generation":8},"status":{"observedGeneration":"7","phase":"Healthy"}}
                """, Phase.PROGRESSING, "waiting for rollout spec update to be observed");
    }

    @Test
    void believesAnObservedGenerationThatIsNoNumber() {
        expect("""
                {"metadata":{"generation":8},"status":{"observedGeneration":"5b8c6f9d7f","phase":"Healthy"}}
                """, Phase.HEALTHY, "");
    }

    @Test
    void believesAnObservedGenerationAheadOfTheObject() {
        expect("""
                {"metadata":{"generation":8},"status":{"observedGeneration":"9","phase":"Healthy"}}
                """, Phase.HEALTHY, "");
    }

    @Test
    void knowsAnUnpauseThatTheControllerHasNotActedUponYet() {
        expect("""
                {"metadata":{"generation":7},"status":{"observedGeneration":"7","phase":"Paused","controllerPause":true}}
                """, Phase.PROGRESSING, "waiting for rollout to unpause");
    }

    @Test
    void waitsForTheReferencedWorkloadToBeObserved() {
        expect("""
                {"metadata":{"generation":1,"annotations":{"rollout.argoproj.io/workload-generation":"4"}},
                 "spec":{"workloadRef":{"kind":"Deployment","name":"shop"}},
                 "status":{"observedGeneration":"1","workloadObservedGeneration":"3","phase":"Healthy"}}
                """, Phase.PROGRESSING, "waiting for rollout spec update to be observed for the reference workload");
    }

    @Test
    void takesThePhaseThatTheControllerWrote() {
        expect("""
                {"metadata":{"generation":7},"status":{"observedGeneration":"7","phase":"Paused","message":"CanaryPauseStep",
                 "controllerPause":true,"pauseConditions":[{"reason":"CanaryPauseStep","startTime":"2026-09-01T10:00:00Z"}]}}
                """, Phase.PAUSED, "CanaryPauseStep");
    }

    @Test
    void callsAnInvalidSpecificationDegraded() {
        expectCalculated("""
                {"conditions":[{"type":"InvalidSpec","reason":"InvalidSpec","message":"no such service"}]}
                """, "{\"canary\":{}}", Phase.DEGRADED, "InvalidSpec: no such service");
    }

    @ParameterizedTest
    @CsvSource({"RolloutAborted", "ProgressDeadlineExceeded"})
    void callsAnAbortAndAMissedDeadlineDegraded(String reason) {
        expectCalculated("""
                {"conditions":[{"type":"Progressing","reason":"%s","message":"too bad"}]}
                """.formatted(reason), "{\"canary\":{}}", Phase.DEGRADED, reason + ": too bad");
    }

    @Test
    void callsAPauseByHandPaused() {
        expect("""
                {"spec":{"paused":true,"strategy":{"canary":{}}},"status":{}}
                """, Phase.PAUSED, "manually paused");
    }

    @Test
    void namesTheReasonOfThePause() {
        expectCalculated("""
                {"pauseConditions":[{"reason":"InconclusiveAnalysisRun"}]}
                """, "{\"canary\":{}}", Phase.PAUSED, "InconclusiveAnalysisRun");
    }

    @Test
    void knowsARestart() {
        expect("""
                {"spec":{"restartAt":"2026-09-01T10:00:00Z","strategy":{"canary":{}}},"status":{}}
                """, Phase.PROGRESSING, "rollout is restarting");
    }

    @Test
    void countsUpdatedPods() {
        expectCalculated("{\"updatedReplicas\":2}", "{\"canary\":{}}", Phase.PROGRESSING,
                "more replicas need to be updated");
    }

    @Test
    void countsAvailablePods() {
        expectCalculated("{\"updatedReplicas\":3,\"availableReplicas\":2}", "{\"canary\":{}}", Phase.PROGRESSING,
                "updated replicas are still becoming available");
    }

    @Test
    void waitsForTheBlueGreensSwitch() {
        expectCalculated("""
                {"updatedReplicas":3,"availableReplicas":3,"currentPodHash":"b","blueGreen":{"activeSelector":"a"}}
                """, "{\"blueGreen\":{}}", Phase.PROGRESSING, "active service cutover pending");
    }

    @Test
    void waitsForTheAnalysisAfterTheSwitch() {
        expectCalculated("""
                {"updatedReplicas":3,"availableReplicas":3,"currentPodHash":"b","stableRS":"a",
                 "blueGreen":{"activeSelector":"b","postPromotionAnalysisRunStatus":{"name":"x","status":"Running"}}}
                """, "{\"blueGreen\":{\"postPromotionAnalysis\":{\"templates\":[]}}}", Phase.PROGRESSING,
                "waiting for analysis to complete");
    }

    @Test
    void waitsForTheVerificationAfterTheSwitch() {
        expectCalculated("""
                {"updatedReplicas":3,"availableReplicas":3,"currentPodHash":"b","stableRS":"a",
                 "blueGreen":{"activeSelector":"b"}}
                """, "{\"blueGreen\":{}}", Phase.PROGRESSING, "waiting for post-promotion verification to complete");
    }

    @Test
    void waitsForTheOldPodsOfACanaryWithoutATrafficRouter() {
        expectCalculated("{\"replicas\":4,\"updatedReplicas\":3,\"availableReplicas\":4}", "{\"canary\":{}}",
                Phase.PROGRESSING, "old replicas are pending termination");
    }

    @Test
    void keepsTheOldPodsOfACanaryWithATrafficRouter() {
        expectCalculated("""
                {"replicas":6,"updatedReplicas":3,"availableReplicas":6,"currentPodHash":"b","stableRS":"a"}
                """, "{\"canary\":{\"trafficRouting\":{\"nginx\":{}}}}", Phase.PROGRESSING,
                "waiting for all steps to complete");
    }

    @ParameterizedTest
    @CsvSource({"canary", "blueGreen"})
    void isHealthyWhenNothingIsLeftToDo(String strategy) {
        expectCalculated("""
                {"replicas":3,"updatedReplicas":3,"availableReplicas":3,"currentPodHash":"b","stableRS":"b",
                 "blueGreen":{"activeSelector":"b"}}
                """, "{\"" + strategy + "\":{}}", Phase.HEALTHY, "");
    }

    private static void expectCalculated(String status, String strategy, Phase phase, String message) {
        expect("{\"spec\":{\"replicas\":3,\"strategy\":" + strategy + "},\"status\":" + status + "}", phase, message);
    }

    private static void expect(String rollout, Phase phase, String message) {
        RolloutView view = RolloutView.of(rollout);
        assertThat(view.phase()).isEqualTo(phase);
        assertThat(view.message()).isEqualTo(message);
    }
}
