package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A build tells the portal what it has made, and people choose it.
@ScenarioTest
class AnnouncedVersionsTest {

    private static final String V7 = """
            {"version": "v7", "revision": "0c9f5c1e", "links": {"changes": "https://git.example/c/0c9f5c1e"}}
            """;

    private final Story story;

    @Autowired
    AnnouncedVersionsTest(Story story) {
        this.story = story;
    }

    @Test
    void aVersionIsAnnouncedOnceAndCorrectedAfterwards() {
        Http developer = story.developer().http();
        awaitFleet();
        assertThat(developer.post("/services/checkout/versions", V7).status()).isEqualTo(201);
        assertThat(developer.post("/services/checkout/versions", V7.replace("0c9f5c1e", "77aa77aa")).status())
                .isEqualTo(200);

        assertThat(developer.get("/services/checkout/versions").good().path("items"))
                .filteredOn(item -> item.path("version").asString().equals("v7")).singleElement()
                .satisfies(item -> {
                    assertThat(item.path("revision").asString()).isEqualTo("77aa77aa");
                    assertThat(item.path("links").path("changes").asString()).endsWith("/77aa77aa");
                });
        assertThat(story.as("approver").http().get("/audit?q=v7").good().toString()).contains("version.announced");
    }

    @Test
    void refusesInTheOrder401And403And404And422() {
        awaitFleet();
        assertThat(Http.as(story.portal().resolve("/api/v1"), "tph_nobody").post("/services/nothing/versions", "{}")
                .status()).isEqualTo(401);
        assertThat(story.as("viewer").http().post("/services/checkout/versions", V7).status()).isEqualTo(403);
        assertThat(story.as("admin").http().post("/services/nothing/versions", V7).status()).isEqualTo(404);
        assertThat(story.developer().http().post("/services/checkout/versions", V7.replace("v7", "v{{7")).status())
                .isEqualTo(422);
        assertThat(story.developer().http().post("/services/checkout/versions", V7.replace("https:", "javascript:"))
                .status()).isEqualTo(422);
    }

    private void awaitFleet() {
        await().atMost(Duration.ofSeconds(30)).until(
                () -> story.developer().http().get("/services?q=checkout").good().path("total").asInt() > 0);
    }
}
