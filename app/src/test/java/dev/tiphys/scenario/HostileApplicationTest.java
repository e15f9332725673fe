package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// An Application that carries another team's labels, made by somebody who may write Applications in a project
/// of theirs.
@ScenarioTest
class HostileApplicationTest {

    private final Story story;

    @Autowired
    HostileApplicationTest(Story story) {
        this.story = story;
    }

    @Test
    void isShownAsClaimedAndNeverTargeted() {
        story.fleet().claimService("evil-checkout", "default", "checkout", "payments-team");
        try {
            JsonNode seen = await("the fleet sees it").atMost(Duration.ofSeconds(30))
                    .until(() -> application("evil-checkout"), node -> !node.isMissingNode());
            assertThat(seen.path("service").asString()).isEqualTo("checkout");
            assertThat(seen.path("trusted").asBoolean()).isFalse();
            assertThat(seen.path("team").asString()).isEmpty();
            assertThat(seen.path("distrust").asString()).contains("project default does not belong to payments");
            assertThat(application("checkout-dev").path("trusted").asBoolean()).isTrue();
            assertThat(application("checkout-dev").path("team").asString()).isEqualTo("payments");

            JsonNode plan = story.developer().plan("checkout", "v5-hostile", "dev").good();
            assertThat(plan.toString()).contains("claimed-not-trusted");
            assertThat(plan.path("manifest").asString()).contains("checkout-dev").doesNotContain("evil-checkout");
            assertThat(story.developer().http().get("/services?q=checkout").good().toString())
                    .doesNotContain("v1-evil");
        } finally {
            story.fleet().deleteApplication("evil-checkout", "default");
        }
    }

    private JsonNode application(String name) {
        for (JsonNode item : story.as("viewer").http().get("/applications?size=100&q=" + name).good().path("items")) {
            if (item.path("name").asString().equals(name)) {
                return item;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }
}
