package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ScenarioTest
class ConnectionsTest {

    private final Story story;

    @Autowired
    ConnectionsTest(Story story) {
        this.story = story;
    }

    private JsonNode connection(String id) {
        for (JsonNode connection : story.as("admin").http().get("/connections").good().path("items")) {
            if (connection.path("id").asString().equals(id)) {
                return connection;
            }
        }
        throw new AssertionError("no connection " + id);
    }

    private JsonNode until(String id, Predicate<JsonNode> condition) {
        return await(id).atMost(Duration.ofSeconds(30)).until(() -> connection(id), condition);
    }

    private static Predicate<JsonNode> standing(String word) {
        return connection -> connection.path("standing").asString().equals(word);
    }

    @Test
    void everySystemTellsThatItIsThereInWhichVersionAndHowFast() {
        assertThat(until("argocd-main", standing("REACHABLE")).path("version").asString()).startsWith("v3.");
        assertThat(until("workflows", standing("REACHABLE")).path("version").asString()).startsWith("v4.");
        JsonNode hub = until("kubernetes", standing("REACHABLE"));
        assertThat(hub.path("version").asString()).startsWith("v1.");
        assertThat(hub.path("latency").asLong(-1)).isNotNegative();
        assertThat(hub.path("latencyP95").asLong(-1)).isNotNegative();
        assertThat(hub.path("since").asString()).isNotEmpty();
        until("events", standing("REACHABLE"));
        until("sign-in", standing("REACHABLE"));
        until("slack", standing("REACHABLE"));
    }

    @Test
    void oneThatIsAwayIsNoticedWithItsReasonAndDelaysNobody() {
        until("argocd-main", standing("REACHABLE"));
        try (FleetLevers.Fault away = story.fleet()
                .fault("{\"kind\": \"answer\", \"path\": \"/argocd/api/version\", \"status\": 503}")) {
            assertThat(away).isNotNull();
            story.as("admin").http().post("/connections/checks", "");
            JsonNode argoCd = until("argocd-main", standing("UNREACHABLE"));
            assertThat(argoCd.path("lastError").path("reason").asString()).contains("503");
            assertThat(argoCd.path("lastError").path("at").asString()).isNotEmpty();
            until("workflows", standing("REACHABLE"));
        }
        story.as("admin").http().post("/connections/checks", "");
        JsonNode back = until("argocd-main", standing("REACHABLE"));
        assertThat(back.path("lastError").path("reason").asString()).contains("503");
    }

    @Test
    void theTokensTellWhatTheyMayDoAndAreNotShown() {
        JsonNode credentials = await("rights").atMost(Duration.ofSeconds(30)).until(
                () -> story.as("admin").http().get("/credentials").good().path("items"),
                items -> items.size() >= 4 && items.valueStream().allMatch(item -> !item.path("rights").isEmpty()));

        assertThat(credentials.toString()).contains("sync and end the operations of applications", "create workflows",
                "chat:write: post and edit messages")
                .doesNotContain("sandbox-workflows-token", "sandbox-kubernetes-token", "eyJhbGciOiJub25lIn0");
        assertThat(credentials).allSatisfy(
                item -> assertThat(item.path("token").path("lastUsed").asString("")).isNotEmpty());
    }

    @Test
    void onlyAdministratorsSeeThemAndHaveThemChecked() {
        assertThat(story.developer().http().get("/connections").status()).isEqualTo(403);
        assertThat(story.developer().http().get("/credentials").status()).isEqualTo(403);
        assertThat(story.developer().http().post("/connections/checks", "").status()).isEqualTo(403);
        assertThat(story.as("admin").http().post("/connections/checks", "").status()).isEqualTo(202);
        await("the audit entry").atMost(Duration.ofSeconds(10)).until(
                () -> !story.as("admin").http().get("/audit?code=connection.checked").good().path("items").isEmpty());
    }
}
