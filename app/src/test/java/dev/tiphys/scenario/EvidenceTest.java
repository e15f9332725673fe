package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import dev.tiphys.audit.offline.OfflineVerifier;

/// What is left in writing of a promotion, and of what happened without one.
@ScenarioTest
class EvidenceTest {

    @TempDir
    Path folder = Path.of("");

    private final Story story;

    @Autowired
    EvidenceTest(Story story) {
        this.story = story;
    }

    @Test
    void aPromotionLeavesEvidenceThatProvesItself() throws IOException {
        String id = story.developer().started("payments", "v5-proven", "dev");
        story.developer().ended(id);
        byte[] zip = story.as("admin").http().bytes("/promotions/" + id + "/evidence");
        Map<String, String> files = unpacked(zip);

        assertThat(files.keySet()).contains("plan.json", "manifest.yaml", "promote.py", "approvals.json",
                "workflow.json", "analysis.json", "revisions.json", "audit.jsonl", "chain.jsonl", "checkpoints.jsonl",
                "README.txt", "index.json");
        assertThat(files.get("audit.jsonl")).contains("promotion.started", "target.promoted", "promotion.succeeded",
                "audit.evidence-taken", "\"to\":\"v5-proven\"", "\"cluster\":\"dev\"");
        assertThat(files.get("workflow.json")).contains("\"nodes\"");
        Path archive = Files.write(folder.resolve("evidence.zip"), zip);
        Path key = Files.writeString(folder.resolve("key.pem"),
                story.as("admin").http().get("/audit/keys.pem").text());
        assertThat(OfflineVerifier.says("--evidence", archive.toString(), "--key", key.toString()))
                .startsWith("OK: every file is as it was handed out");
        assertThat(story.as("viewer").http().get("/promotions/" + id + "/evidence").status()).isEqualTo(200);
    }

    @Test
    void theSandboxesLogIsAnchoredAndVerifiesOffline() throws IOException {
        story.developer().ended(story.developer().started("payments", "v5-anchored", "dev"));
        Http admin = story.as("admin").http();
        await("a checkpoint outside").atMost(Duration.ofSeconds(60)).until(
                () -> admin.get("/audit/verify").good(), found -> !found.path("anchoredAt").isNull());
        JsonNode found = admin.get("/audit/verify").good();
        assertThat(found.path("ok").asBoolean()).as(found.toString()).isTrue();
        await("the checkpoint in Slack").atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                story.fleet().slack("platform")).contains("The audit log was signed up to entry"));
        Path checkpoints = Files.writeString(folder.resolve("c.jsonl"), admin.get("/audit/checkpoints").text());
        Path export = Files.writeString(folder.resolve("e.jsonl"), admin.get("/audit/export").text());
        Path key = Files.writeString(folder.resolve("key.pem"), admin.get("/audit/keys.pem").text());
        assertThat(OfflineVerifier.says("--export", export.toString(), "--checkpoints", checkpoints.toString(),
                "--key", key.toString())).startsWith("OK: entries 1 to ");
    }

    @Test
    void aChangeInArgoCdThatDidNotComeThroughThePortalIsOnRecordOnce() {
        story.fleet().sync("catalogue-stage");
        JsonNode rows = await("the entry").atMost(Duration.ofSeconds(60)).until(
                () -> story.as("admin").http().get("/audit?code=fleet.changed-outside").good().path("items"),
                found -> found.toString().contains("catalogue-stage"));
        assertThat(rows).filteredOn(row -> row.path("targetId").asString().endsWith("catalogue-stage")).hasSize(1)
                .allSatisfy(row -> {
                    assertThat(row.path("about").path("service").asString()).isEqualTo("catalogue");
                    assertThat(row.path("about").path("environment").asString()).isEqualTo("stage");
                    assertThat(row.path("who").path("via").asString()).isEqualTo("Argo CD");
                });
    }

    private static Map<String, String> unpacked(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
