package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFailureTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private static TrailStep step(String name, int attempt, String phase, String message, String reason, String code) {
        return new TrailStep("w-" + name + attempt, name, attempt, phase, message, reason, code, "", false,
                NOW.plusSeconds(attempt), NOW.plusSeconds(attempt + 1));
    }

    private static Trail trail(String namespace, String task, String phase, boolean stopped, TrailStep... steps) {
        return new Trail(namespace, task.isEmpty() ? "env-1" : "env-1-" + task, task, "u", phase, stopped, "",
                List.of(steps), NOW);
    }

    private static final Trail PARENT = trail("environments", "", "Failed", false,
            step("namespace", 1, "Succeeded", "", "", ""), step("database", 1, "Failed",
                    "Error (exit code 64): failure condition '{status.phase in [Error Failed]}' evaluated true", "",
                    "64"));

    @Test
    void aStepThatWaitedForAChildFailedBecauseOfWhatFailedThere() {
        RunFailure failure = RunFailure.of(PARENT,
                List.of(trail("databases", "database", "Failed", false,
                        step("provision", 1, "Failed", "Error (exit code 10)", "The quota is used up.", "10"))));

        assertThat(failure).isEqualTo(new RunFailure("provision", "databases", "env-1-database", Blame.INPUT,
                "The quota is used up."));
        assertThat(failure.sentence()).isEqualTo("The step provision of env-1-database failed in databases: The quota"
                + " is used up. What was asked for cannot be; other values may.");
    }

    @Test
    void aChildThatSomebodyStoppedOrDeletedFailedInTheProvidersNamespace() {
        TrailStep running = step("provision", 1, "Failed", "workflow shutdown with strategy:  Stop", "", "");
        assertThat(RunFailure.of(PARENT, List.of(trail("databases", "database", "Failed", true, running))).sentence())
                .isEqualTo("The step provision of env-1-database failed in databases: somebody stopped the workflow"
                        + " before its end. It is the provider's failure.");
        assertThat(RunFailure.of(PARENT, List.of(trail("databases", "database", "Deleted", false))).sentence())
                .contains("env-1-database failed in databases: somebody deleted the workflow");
    }

    @Test
    void anAttemptThatWasRepeatedWellIsNoFailure() {
        Trail own = trail("databases", "", "Failed", false,
                step("provision", 1, "Failed", "Error (exit code 1)", "", "1"),
                step("provision", 2, "Succeeded", "", "", "0"),
                step("hand-over", 1, "Failed", "Error (exit code 1)", "The API is away.", "1"));
        assertThat(RunFailure.of(own, List.of()).step()).isEqualTo("hand-over");
    }

    @ParameterizedTest
    @CsvSource({"Error (exit code 10),Failed,10,INPUT", "Error (exit code 11),Failed,11,PROVIDER",
            "Error (exit code 1),Failed,1,PROVIDER", "OOMKilled (exit code 137),Failed,137,PROVIDER",
            "pod deleted,Error,'',PLATFORM", "The node was low on resource: evicted,Failed,'',PLATFORM",
            "inputs.parameters.x was not supplied,Error,'',PROVIDER",
            "failed to save outputs: open /tmp/x,Error,0,PROVIDER",
            "Error (exit code 64): Error from server (Forbidden): workflows.argoproj.io is forbidden,Failed,64,PLATFORM",
            "something odd,Error,'',PLATFORM"})
    void tellsWhoseFailureItIs(String message, String phase, String code, Blame blame) {
        assertThat(Blame.of(step("x", 1, phase, message, "", code))).isEqualTo(blame);
    }

    @Test
    void readsStepsWithTheirAttemptsAndPods() {
        TrailReading reading = TrailReading.of("""
                {"metadata": {"name": "w", "namespace": "dns", "uid": "u1", "labels": {
                   "tiphys.dev/parent-workflow": "env-1", "tiphys.dev/parent-uid": "u0", "tiphys.dev/parent-task": "dns"}},
                 "status": {"phase": "Running", "nodes": {
                   "w": {"id": "w", "name": "w", "displayName": "w", "type": "Retry", "phase": "Running"},
                   "w-22": {"id": "w-22", "name": "w(1)", "displayName": "record(1)", "type": "Pod", "phase": "Running",
                     "templateName": "record", "nodeFlag": {"retried": true}, "startedAt": "2026-11-27T10:00:09Z"},
                   "w-11": {"id": "w-11", "name": "w(0)", "displayName": "record(0)", "type": "Pod", "phase": "Failed",
                     "templateName": "record", "nodeFlag": {"retried": true}, "startedAt": "2026-11-27T10:00:02Z",
                     "outputs": {"exitCode": "1", "parameters": [{"name": "reason", "value": "It is away."}]}}}}}""",
                NOW);

        assertThat(reading.parent()).isEqualTo("env-1");
        assertThat(reading.parentUid()).isEqualTo("u0");
        assertThat(reading.trail().isChild()).isTrue();
        assertThat(reading.trail().steps()).extracting(TrailStep::name, TrailStep::attempt, TrailStep::pod,
                TrailStep::reason).containsExactly(
                        tuple("record", 1, "w-record-11", "It is away."),
                        tuple("record", 2, "w-record-22", ""));
    }

    @Test
    void aStopThatCameAfterTheEndHasEndedNothing() {
        String text = """
                {"metadata": {"name": "w", "namespace": "dns"}, "spec": {"shutdown": "Stop"},
                 "status": {"phase": "Failed", "finishedAt": "2026-11-27T10:00:02Z", "message": "%s"}}""";
        assertThat(TrailReading.of(text.formatted("child failed"), NOW).trail().stopped()).isFalse();
        assertThat(TrailReading.of(text.formatted("Stopped with strategy 'Stop'"), NOW).trail().stopped()).isTrue();
    }
}
