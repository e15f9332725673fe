package dev.tiphys.promotion.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.promotion.plan.Gate;
import dev.tiphys.promotion.plan.Mechanism;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;

class CourseReaderTest {

    private static final String DEV = ".dev.target(0:shop/checkout-dev@v4)";
    private static final Plan PLAN = new Plan(Plan.FORMAT, "checkout", "v5",
            new Mechanism("kustomize-image", "registry.example/checkout"),
            List.of(wave("dev", new Gate.AtOnce()), wave("prod-east", new Gate.Approval())), "tiphys:1");

    private static Wave wave(String name, Gate gate) {
        Target target = new Target(ApplicationRef.of("shop", "checkout-" + name), "main", name, name, "v4");
        return new Wave(name, gate, 1, Duration.ofSeconds(60), List.of(target));
    }

    private static TargetCourse dev(Course course) {
        return course.waves().getFirst().targets().getFirst();
    }

    @Test
    void waitsForItsTurnBeforeAnyNodeExists() {
        Course course = CourseReader.read(PLAN, new Nodes().run(""));
        assertThat(course.waves()).extracting(WaveCourse::phase).containsOnly(WavePhase.LATER);
        assertThat(dev(course).phase()).isEqualTo(TargetPhase.LATER);
    }

    @Test
    void showsTheStepThatRunsWithItsPod() {
        Course course = CourseReader.read(PLAN, new Nodes().with(".dev", "DAG", "Running").with(DEV, "Steps", "Running")
                .with(DEV + "[0].deliver", "Steps", "Running")
                .leaf(DEV + "[0].deliver[0].set-version", "Succeeded", Map.of())
                .leaf(DEV + "[0].deliver[1].sync", "Running", Map.of()).run("Running"));
        assertThat(course.waves().getFirst().phase()).isEqualTo(WavePhase.RUNNING);
        assertThat(dev(course)).returns(TargetPhase.RUNNING, TargetCourse::phase).returns("sync", TargetCourse::step);
        assertThat(dev(course).podName()).startsWith(Nodes.WORKFLOW + "-sync-");
        assertThat(course.isMoving()).isTrue();
    }

    @Test
    void asksWithTheReasonOfTheStepThatFailed() {
        Course course = CourseReader.read(PLAN,
                failedDelivery().with(DEV + "[1].ask", "Suspend", "Running").run("Running"));
        assertThat(dev(course)).returns(TargetPhase.ASKS, TargetCourse::phase)
                .returns("analysis error-rate failed", TargetCourse::reason).returns(1, TargetCourse::attempt);
        assertThat(dev(course).askNode()).isNotEmpty();
        assertThat(course.isAsking()).isTrue();
        assertThat(course.isMoving()).isFalse();
    }

    @Test
    void countsATargetThatWasTriedAgainAsMovingWithItsSecondAttempt() {
        Course course = CourseReader.read(PLAN, failedDelivery()
                .with(DEV + "[1].ask", "Suspend", "Succeeded", Map.of("decision", "retry"))
                .with(DEV + "[2].again", "Steps", "Running").with(DEV + "[2].again[0].deliver", "Steps", "Running")
                .leaf(DEV + "[2].again[0].deliver[0].set-version", "Running", Map.of()).run("Running"));
        assertThat(dev(course)).returns(TargetPhase.RUNNING, TargetCourse::phase)
                .returns("set-version", TargetCourse::step).returns(2, TargetCourse::attempt);
    }

    @Test
    void tellsASkippedTargetFromOneThatIsDone() {
        Nodes done = new Nodes().with(".dev", "DAG", "Succeeded").with(DEV, "Steps", "Succeeded");
        assertThat(dev(CourseReader.read(PLAN, done.run("Running"))).phase()).isEqualTo(TargetPhase.SUCCEEDED);
        done.with(DEV + "[1].ask", "Suspend", "Succeeded", Map.of("decision", "skip"))
                .with(DEV + "[2].again", "Skipped", "Skipped");
        assertThat(dev(CourseReader.read(PLAN, done.run("Running"))).phase()).isEqualTo(TargetPhase.SKIPPED);
    }

    @Test
    void waitsAtTheGateThatAsks() {
        Course course = CourseReader.read(PLAN, new Nodes().with(".dev", "DAG", "Succeeded")
                .with(".approve-prod-east", "Steps", "Running").with(".approve-prod-east[0].ask", "Suspend", "Running")
                .run("Running"));
        assertThat(course.waves().getLast().phase()).isEqualTo(WavePhase.WAITING);
        assertThat(course.waves().getLast().gateNode()).isNotEmpty();
    }

    @Test
    void stillWaitsWhileItLooksAtAnAnswerAndWhenItAsksAgain() {
        Nodes answered = new Nodes().with(".dev", "DAG", "Succeeded").with(".approve-prod-east", "Steps", "Running")
                .with(".approve-prod-east[0].ask", "Suspend", "Succeeded", Map.of("decision", "approve"));
        Course looking = CourseReader.read(PLAN, answered.run("Running"));
        Course again = CourseReader.read(PLAN, answered
                .with(".approve-prod-east[1].check", "Pod", "Succeeded", Map.of("verdict", "forged"))
                .with(".approve-prod-east[2].again", "Steps", "Running")
                .with(".approve-prod-east[2].again[0].ask", "Suspend", "Running").run("Running"));

        assertThat(looking.waves().getLast().phase()).isEqualTo(WavePhase.WAITING);
        assertThat(again.waves().getLast().phase()).isEqualTo(WavePhase.WAITING);
        assertThat(again.waves().getLast().gateNode()).isNotEqualTo(looking.waves().getLast().gateNode());
    }

    @Test
    void doesNotTakeAnOmittedWaveForAFinishedOne() {
        Course course = CourseReader.read(PLAN,
                new Nodes().with(".dev", "DAG", "Failed").with(".prod-east", "Skipped", "Omitted")
                        .run("Failed"));
        assertThat(course.waves()).extracting(WaveCourse::phase).containsExactly(WavePhase.FAILED, WavePhase.LATER);
        assertThat(course.isComplete()).isFalse();
    }

    @Test
    void saysInWordsThatTheWorkflowWasStopped() {
        Course course = CourseReader.read(PLAN, new Nodes().with(".dev", "DAG", "Failed").with(DEV, "Steps", "Failed")
                .with(DEV + "[0].deliver", "Steps", "Failed")
                .leafSaying(DEV + "[0].deliver[0].set-version", "Stopped with strategy 'Stop'").run("Failed"));

        assertThat(dev(course)).returns(TargetPhase.FAILED, TargetCourse::phase)
                .returns("the workflow was stopped in the middle of set-version", TargetCourse::reason);
    }

    private static Nodes failedDelivery() {
        return new Nodes().with(".dev", "DAG", "Running").with(DEV, "Steps", "Running")
                .with(DEV + "[0].deliver", "Steps", "Failed")
                .leaf(DEV + "[0].deliver[0].set-version", "Succeeded", Map.of()).leaf(DEV + "[0].deliver[1].sync",
                        "Succeeded", Map.of())
                .leaf(DEV + "[0].deliver[2].await-rollout", "Failed", Map.of("reason", "analysis error-rate failed\n"));
    }
}
