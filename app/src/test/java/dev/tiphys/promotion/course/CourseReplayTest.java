package dev.tiphys.promotion.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.promotion.course.DeliveryPods.StepPod;
import dev.tiphys.promotion.plan.Gate;
import dev.tiphys.promotion.plan.Mechanism;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;

class CourseReplayTest {

    private static final Instant THEN = Instant.parse("2026-11-27T10:00:00Z");
    private static final String DEV = ".dev.target(0:shop/checkout-dev@v4)";
    private static final Plan PLAN = new Plan(Plan.FORMAT, "checkout", "v5",
            new Mechanism("kustomize-image", "registry.example/checkout"),
            List.of(new Wave("dev", new Gate.AtOnce(), 1, Duration.ofSeconds(60),
                    List.of(new Target(ApplicationRef.of("shop", "checkout-dev"), "main", "dev", "dev", "v4")))),
            "tiphys:1");

    @Test
    void standsWhereTheLastToldChangeLeftIt() {
        CourseReplay replay = new CourseReplay(PLAN);
        assertThat(replay.course().waves().getFirst().phase()).isEqualTo(WavePhase.LATER);
        replay.wave("dev", WavePhase.RUNNING, THEN);
        replay.target("shop/checkout-dev", TargetPhase.RUNNING, "sync", "", 1, THEN.plusSeconds(1));
        replay.target("shop/checkout-dev", TargetPhase.ASKS, "await-rollout", "it failed", 1, THEN.plusSeconds(9));
        replay.target("shop/unknown", TargetPhase.ASKS, "sync", "", 1, THEN);

        TargetCourse asks = replay.course().targets().findFirst().orElseThrow();
        assertThat(asks).returns(TargetPhase.ASKS, TargetCourse::phase).returns("it failed", TargetCourse::reason)
                .returns(THEN.plusSeconds(1), TargetCourse::startedAt).returns(null, TargetCourse::finishedAt);

        replay.target("shop/checkout-dev", TargetPhase.SUCCEEDED, "verify", "", 2, THEN.plusSeconds(20));
        replay.wave("dev", WavePhase.SUCCEEDED, THEN.plusSeconds(21));
        assertThat(replay.course().isComplete()).isTrue();
        assertThat(replay.course().waves().getFirst()).returns(THEN, WaveCourse::startedAt)
                .returns(THEN.plusSeconds(21), WaveCourse::finishedAt);
    }

    @Test
    void findsThePodsOfEachDelivery() {
        DeliveryPods pods = new DeliveryPods(new Nodes().with(".dev", "DAG", "Running").with(DEV, "Steps", "Running")
                .leaf(DEV + "[0].deliver[0].set-version", "Succeeded", Map.of())
                .leaf(DEV + "[0].deliver[1].sync", "Failed", Map.of())
                .with(DEV + "[2].again", "Steps", "Running")
                .leaf(DEV + "[2].again[0].deliver[0].set-version", "Succeeded", Map.of()).run("Running"));
        assertThat(pods.of(PLAN, "shop/checkout-dev", 1)).extracting(StepPod::verb).containsExactly("set-version",
                "sync");
        assertThat(pods.of(PLAN, "shop/checkout-dev", 2)).extracting(StepPod::verb).containsExactly("set-version");
        assertThat(pods.of(PLAN, "shop/checkout-dev", 1)).allMatch(pod -> pod.pod().startsWith(Nodes.WORKFLOW));
        assertThat(pods.of(PLAN, "shop/another", 1)).isEmpty();
    }
}
