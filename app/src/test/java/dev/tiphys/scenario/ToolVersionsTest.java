package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ScenarioTest
class ToolVersionsTest {

    private final Story story;

    @Autowired
    ToolVersionsTest(Story story) {
        this.story = story;
    }

    private JsonNode tools() {
        return story.as("admin").http().get("/tools").good().path("items");
    }

    private void untilWorkflowsSay(String version) {
        story.as("admin").http().post("/connections/checks", "");
        await("the version of Argo Workflows").atMost(Duration.ofSeconds(30))
                .until(() -> tools().toString().contains("\"version\":\"" + version));
    }

    @Test
    void aPlanThatNeedsMoreThanTheHubOffersSaysSoAndDoesNotStart() {
        untilWorkflowsSay("v4.");
        try (FleetLevers.Fault old = story.fleet()
                .fault("{\"kind\": \"version\", \"system\": \"workflows\", \"version\": \"v3.7.0\"}")) {
            assertThat(old).isNotNull();
            untilWorkflowsSay("v3.7.0");

            JsonNode plan = story.developer().plan("payments", "v5-too-new", "dev").good();
            assertThat(plan.path("warnings").toString()).contains("tool-too-old", "blocker",
                    "Argo Workflows is v3.7.0");
            Http.Answer start = story.developer().start("payments", "v5-too-new", "dev");
            assertThat(start.status()).isEqualTo(409);
            assertThat(start.detail()).contains("needs 4.0.0 or newer");
        }
        untilWorkflowsSay("v4.");
        assertThat(story.developer().plan("payments", "v5-too-new", "dev").good().path("warnings").toString())
                .doesNotContain("tool-");
    }
}
