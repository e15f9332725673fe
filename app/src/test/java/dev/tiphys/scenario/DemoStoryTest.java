package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The demo that plays itself.
@ScenarioTest
class DemoStoryTest {

    private final Story story;

    @Autowired
    DemoStoryTest(Story story) {
        this.story = story;
    }

    private Http sandbox() {
        return new Http(story.fleet().endpoints().controlApi(), Map.of("Content-Type", "application/json"));
    }

    private JsonNode told() {
        return await("the end of the story").atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200))
                .until(() -> sandbox().get("/story").good(), seen -> !seen.path("running").asBoolean());
    }

    @Test
    void itEndsWellAndIsToldOneAtATime() {
        JsonNode begun = sandbox().post("/story", "{\"version\": \"v5-told\", \"paceSeconds\": 0}").good();
        assertThat(begun.path("running").asBoolean()).isTrue();
        Http.Answer again = sandbox().post("/story", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("being told already");

        JsonNode told = told();
        assertThat(told.path("outcome").asString()).as(told.toString()).isEqualTo("SUCCEEDED");
        List<String> lines = told.path("lines").valueStream().map(line -> line.path("text").asString()).toList();
        assertThat(lines).anyMatch(line -> line.contains("waits for an approval"))
                .anyMatch(line -> line.contains("failed its analysis")).anyMatch(line -> line.contains("retry"));
        assertThat(lines.getLast()).contains("checkout v5-told runs everywhere");
        String page = told.path("promotion").asString();
        JsonNode promotion = story.developer().promotion(page.substring(page.lastIndexOf('/') + 1));
        assertThat(promotion.path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(new Http(story.fleet().endpoints().storyPage(), Map.of()).get("").text()).contains("Play it again",
                page + "/replay");
    }

    @Test
    void itSaysWhyItCannotBeTold() {
        sandbox().post("/story", "{\"version\": \"no version\", \"paceSeconds\": 0}").good();
        JsonNode told = told();
        assertThat(told.path("outcome").asString()).isEqualTo("BROKEN");
        assertThat(told.path("lines").toString()).contains("The plan was refused");
        assertThat(sandbox().post("/story", "not json").status()).isEqualTo(400);
    }
}
