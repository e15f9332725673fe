package dev.tiphys.sandbox.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

class RolloutsTest {

    private final Cluster cluster = new Cluster();

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static String image(String version) {
        return "registry.example/checkout:" + version;
    }

    private static JsonNode status(ObjectNode object) {
        return object.path("status");
    }

    private static int weight(ObjectNode rollout) {
        return status(rollout).path("canary").path("weights").path("canary").path("weight").asInt();
    }

    @Test
    void climbsTheWeightsAndEndsHealthyOnTheNewVersion() throws Exception {
        Set<Integer> weights = new ConcurrentSkipListSet<>();
        try (AutoCloseable _ = cluster.store.watch(Cluster.NAME, Kind.ROLLOUT,
                event -> weights.add(weight(event.object())))) {
            String stable = status(cluster.get(Kind.ROLLOUT, "checkout")).path("stableRS").asString();
            cluster.deploy(Kind.ROLLOUT, "checkout", image("v5"));
            ObjectNode done = cluster.await(Kind.ROLLOUT, "checkout",
                    rollout -> status(rollout).path("phase").asString("").equals("Healthy")
                            && !status(rollout).path("stableRS").asString("").equals(stable));
            assertThat(weights).contains(20, 40, 60, 80, 100);
            assertThat(status(done).path("stableRS")).isEqualTo(status(done).path("currentPodHash"));
            assertThat(status(done).path("currentStepIndex").asInt()).isEqualTo(9);
            assertThat(done.path("metadata").path("annotations").path("rollout.argoproj.io/revision").asString())
                    .isEqualTo("5");
        }
        List<String> phases = cluster.list(Kind.ANALYSIS_RUN).stream()
                .map(run -> run.path("metadata").path("labels").path("rollout-type").asString("")).sorted().toList();
        assertThat(phases).containsExactly("Background", "Step");
    }

    @Test
    void abortsWhenTheAnalysisFailsAndSucceedsOnRetryOnceTheFaultIsLifted() {
        WorkloadFaults.Fault fault = new WorkloadFaults.Fault(WorkloadFaults.Type.ANALYSIS_FAILS, "checkout",
                Cluster.NAME);
        cluster.faults.set(fault);
        cluster.deploy(Kind.ROLLOUT, "checkout", image("v5"));
        ObjectNode aborted = cluster.await(Kind.ROLLOUT, "checkout",
                rollout -> status(rollout).path("phase").asString("").equals("Degraded") && weight(rollout) == 0);
        assertThat(status(aborted).path("message").asString()).startsWith(
                "RolloutAborted: Rollout aborted update to revision 5: Step-based analysis phase error/failed: Metric "
                        + "\"success-rate\" assessed Failed due to failed (1) > failureLimit (0)");
        assertThat(aborted.path("spec").path("template").toString()).contains("v5");

        cluster.faults.lift(fault);
        cluster.patch(Kind.ROLLOUT, "checkout", "{\"status\":{\"abort\":null}}");
        ObjectNode healthy = cluster.awaitPhase("checkout", "Healthy");
        assertThat(status(healthy).path("currentPodHash")).isEqualTo(status(aborted).path("currentPodHash"));
        assertThat(status(healthy).has("abortedAt")).isFalse();
    }

    @Test
    void exceedsTheDeadlineWhenTheVersionNeverGetsHealthyAndComesBackToStableAtOnce() {
        cluster.deploy(Kind.ROLLOUT, "checkout", image("v6-broken"));
        ObjectNode late = cluster.awaitPhase("checkout", "Degraded");
        assertThat(status(late).path("message").asString()).startsWith("ProgressDeadlineExceeded: ReplicaSet");
        assertThat(cluster.list(Kind.POD).toString()).contains("CrashLoopBackOff");

        cluster.deploy(Kind.ROLLOUT, "checkout", image("v4"));
        ObjectNode back = cluster.awaitPhase("checkout", "Healthy");
        assertThat(status(back).path("currentStepIndex").asInt()).isEqualTo(9);
        assertThat(cluster.list(Kind.ANALYSIS_RUN)).isEmpty();
    }

    @Test
    void waitsForAPersonAtAPauseWithoutDurationAndGoesOnWhenResumed() {
        cluster.patch(Kind.ROLLOUT, "checkout",
                "{\"spec\":{\"strategy\":{\"canary\":{\"steps\":[{\"setWeight\":20},{\"pause\":{}}]}}}}");
        cluster.deploy(Kind.ROLLOUT, "checkout", image("v5"));
        ObjectNode paused = cluster.awaitPhase("checkout", "Paused");
        assertThat(status(paused).path("message").asString()).isEqualTo("CanaryPauseStep");
        assertThat(status(paused).path("controllerPause").asBoolean()).isTrue();
        assertThat(status(paused).path("currentStepIndex").asInt()).isEqualTo(1);

        cluster.patch(Kind.ROLLOUT, "checkout", "{\"status\":{\"pauseConditions\":null}}");
        assertThat(status(cluster.awaitPhase("checkout", "Healthy")).path("currentStepIndex").asInt()).isEqualTo(2);
    }

    @Test
    void promotesInFullWhenAsked() {
        cluster.patch(Kind.ROLLOUT, "checkout",
                "{\"spec\":{\"strategy\":{\"canary\":{\"steps\":[{\"setWeight\":20},{\"pause\":{}}]}}}}");
        cluster.deploy(Kind.ROLLOUT, "checkout", image("v5"));
        cluster.awaitPhase("checkout", "Paused");
        cluster.patch(Kind.ROLLOUT, "checkout", "{\"status\":{\"promoteFull\":true}}");
        ObjectNode done = cluster.await(Kind.ROLLOUT, "checkout",
                rollout -> status(rollout).path("phase").asString("").equals("Healthy")
                        && !status(rollout).has("promoteFull"));
        assertThat(status(done).has("pauseConditions")).isFalse();
    }

    @Test
    void switchesABlueGreenOnceThePreviewServesAndItsPauseIsOver() {
        List<String> active = new ArrayList<>();
        String before = status(cluster.get(Kind.ROLLOUT, "catalogue")).path("blueGreen").path("activeSelector")
                .asString();
        cluster.deploy(Kind.ROLLOUT, "catalogue", "registry.example/catalogue:2.32.1");
        ObjectNode paused = cluster.awaitPhase("catalogue", "Paused");
        active.add(status(paused).path("blueGreen").path("activeSelector").asString());
        ObjectNode done = cluster.awaitPhase("catalogue", "Healthy");
        active.add(status(done).path("blueGreen").path("activeSelector").asString());
        assertThat(active).containsExactly(before, status(done).path("currentPodHash").asString());
        assertThat(status(done).path("stableRS")).isEqualTo(status(done).path("currentPodHash"));
    }

    @Test
    void takesADeploymentOverPodByPod() {
        cluster.deploy(Kind.DEPLOYMENT, "payments", "registry.example/payments:v5");
        ObjectNode done = cluster.await(Kind.DEPLOYMENT, "payments",
                object -> status(object).path("updatedReplicas").asInt(0) == 3
                        && status(object).path("replicas").asInt(0) == 3
                        && status(object).path("observedGeneration").asInt() == object.path("metadata")
                                .path("generation").asInt());
        assertThat(status(done).path("availableReplicas").asInt()).isEqualTo(3);
        assertThat(cluster.list(Kind.POD).stream().filter(pod -> ObjectMeta.name(pod).startsWith("payments"))
                .map(pod -> pod.path("spec").path("containers").path(0).path("image").asString()).distinct())
                .containsExactly("registry.example/payments:v5");
    }

    @Test
    void refusesARolloutWithoutStrategyInItsStatus() {
        cluster.patch(Kind.ROLLOUT, "checkout", "{\"spec\":{\"strategy\":{\"canary\":null}}}");
        assertThat(status(cluster.awaitPhase("checkout", "Degraded")).path("message").asString())
                .startsWith("InvalidSpec: The Rollout \"checkout\" is invalid: spec.strategy");
    }

    @Test
    void keepsNoMoreFormerVersionsThanTheHistoryLimit() {
        cluster.patch(Kind.DEPLOYMENT, "payments", "{\"spec\":{\"revisionHistoryLimit\":1}}");
        cluster.deploy(Kind.DEPLOYMENT, "payments", "registry.example/payments:v5");
        cluster.await(Kind.DEPLOYMENT, "payments", object -> cluster.list(Kind.REPLICA_SET).stream()
                .filter(set -> ObjectMeta.name(set).startsWith("payments")).count() == 2
                && status(object).path("replicas").asInt(0) == 3
                && status(object).path("updatedReplicas").asInt(0) == 3);
    }
}
