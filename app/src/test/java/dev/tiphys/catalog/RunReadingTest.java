package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

class RunReadingTest {

    @Test
    void givesTheOutputsWithAGlobalName() {
        RunReading reading = RunReading.of("""
                {"metadata": {"name": "w", "namespace": "pet-store", "labels": {"tiphys.dev/run": "r1"}},
                 "status": {"phase": "Succeeded", "outputs": {"parameters": [{"name": "home", "value": "there"}]}}}""");

        assertThat(reading.wentWell()).isTrue();
        assertThat(reading.run()).isEqualTo("r1");
        assertThat(reading.outputs()).containsEntry("home", "there");
    }

    @Test
    void namesTheFirstPodThatFailed() {
        RunReading reading = RunReading.of("""
                {"metadata": {"name": "w", "namespace": "pet-store"},
                 "status": {"phase": "Failed", "message": "child failed", "nodes": {
                   "w": {"type": "Steps", "phase": "Failed", "displayName": "w", "message": "child failed"},
                   "a": {"type": "Pod", "phase": "Failed", "displayName": "late", "finishedAt": "2026-11-27T10:00:09Z"},
                   "b": {"type": "Pod", "phase": "Failed", "displayName": "spit", "message": "exit code 10",
                         "finishedAt": "2026-11-27T10:00:02Z"}}}}""");

        assertThat(reading.failure()).isEqualTo("The step spit failed in pet-store: exit code 10");
    }

    @Test
    void isNotFinishedBeforeTheControllerHasSeenIt() {
        assertThat(RunReading.of("{\"metadata\": {\"name\": \"w\"}, \"status\": {\"startedAt\": null}}").isFinished())
                .isFalse();
    }

    @Test
    void aRunAlwaysHasTheSameShortName() {
        UUID run = UUID.fromString("0197a000-1111-4222-8333-444455556666");
        String name = RunManifest.name("p".repeat(40), "a".repeat(40), run);

        assertThat(name).hasSize(63).endsWith("-42228333444455556666")
                .isEqualTo(RunManifest.name("p".repeat(40), "a".repeat(40), run));
        assertThat(RunManifest.name("pet", "feed", run)).isEqualTo("pet-feed-42228333444455556666");
    }
}
