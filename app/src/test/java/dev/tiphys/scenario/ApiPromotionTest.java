package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ScenarioTest
class ApiPromotionTest {

    private static final String[] EVERYWHERE = {"dev", "stage", "prod-east", "prod-west"};

    private final Story story;

    @Autowired
    ApiPromotionTest(Story story) {
        this.story = story;
    }

    @Test
    void promotesThroughFourEnvironmentsWithOneApproval() {
        JsonNode plan = story.developer().plan("checkout", "v5", EVERYWHERE).good();
        ObjectNode wish = PortalApi.wish("checkout", "v5", EVERYWHERE).put("planHash",
                plan.path("planHash").asString());
        String id = story.developer().http().post("/promotions", wish.toString()).good().path("id").asString();
        story.developer().waiting(id, "approval");
        story.approver().approval(id, "prod-east", "approve", "load test was green").good();
        JsonNode promotion = story.developer().ended(id);

        assertThat(promotion.path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(promotion.path("waves")).hasSize(4).allSatisfy(wave -> {
            assertThat(wave.path("phase").asString()).isEqualTo("SUCCEEDED");
            assertThat(wave.path("targets")).allSatisfy(
                    target -> assertThat(target.path("phase").asString()).isEqualTo("SUCCEEDED"));
        });
        runsHealthyEverywhere();
        assertThat(story.fleet().workflowsOf(id)).hasSize(1);
        hasTexts(id, plan);
        isOnRecord(id);
        await("the message in Slack").atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(story.fleet().slack("deploys")).contains("*checkout* `v5` is out",
                        plan.path("id").asString()));
    }

    private void runsHealthyEverywhere() {
        for (String environment : EVERYWHERE) {
            JsonNode application = story.fleet().application("checkout-" + environment);
            assertThat(application.path("status").path("health").path("status").asString()).isEqualTo("Healthy");
            assertThat(application.path("status").path("summary").path("images").toString()).contains(":v5\"");
        }
    }

    private void hasTexts(String id, JsonNode plan) {
        Http.Answer hera = story.developer().http().get("/promotions/" + id + "/hera");
        Http.Answer manifest = story.developer().http().get("/promotions/" + id + "/manifest");
        assertThat(hera.type()).startsWith("text/x-python");
        assertThat(hera.text()).isEqualTo(plan.path("hera").asString()).contains("from hera.workflows import");
        assertThat(manifest.type()).startsWith("application/yaml");
        assertThat(manifest.text()).isEqualTo(plan.path("manifest").asString()).contains("kind: Workflow");
    }

    private void isOnRecord(String id) {
        assertThat(story.as("admin").audit(id)).extracting(row -> row.path("code").asString(),
                row -> row.path("who").path("subject").asString()).contains(
                        org.assertj.core.groups.Tuple.tuple("promotion.started", "developer"),
                        org.assertj.core.groups.Tuple.tuple("promotion.approval-approve", "approver"));
        assertThat(story.as("admin").audit(id)).extracting(row -> row.path("code").asString())
                .contains("promotion.submitted", "promotion.succeeded");
    }

    @Test
    void theSameRequestWithTheSameKeyGetsTheSameAnswer() {
        String key = UUID.randomUUID().toString();
        String wish = PortalApi.wish("payments", "v5-once", "dev").toString();
        Http.Answer first = story.developer().http().post("/promotions", wish, "Idempotency-Key", key);
        Http.Answer second = story.developer().http().post("/promotions", wish, "Idempotency-Key", key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second).isEqualTo(first);
        String id = first.json().path("id").asString();
        assertThat(story.developer().ended(id).path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(story.fleet().workflowsOf(id)).hasSize(1);
    }

    @Test
    void aPlanThatStillFitsIsStartedAndAnotherIsNot() {
        ObjectNode wish = PortalApi.wish("catalogue", "v5-hashed", "dev");
        Http.Answer stale = story.developer().http().post("/promotions",
                wish.deepCopy().put("planHash", "0".repeat(64)).toString());
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.detail()).contains("The plan no longer fits");

        String hash = story.developer().plan("catalogue", "v5-hashed", "dev").good().path("planHash").asString();
        Http.Answer fresh = story.developer().http().post("/promotions", wish.put("planHash", hash).toString());
        assertThat(fresh.status()).isEqualTo(201);
        assertThat(story.developer().ended(fresh.json().path("id").asString()).path("phase").asString())
                .isEqualTo("SUCCEEDED");
    }
}
