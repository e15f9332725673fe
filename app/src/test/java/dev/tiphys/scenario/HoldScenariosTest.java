package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ScenarioTest
class HoldScenariosTest {

    private static final int USUAL_SPEED = 40;

    private final Story story;
    private final PortalApi developer;
    private final FleetLevers fleet;

    @Autowired
    HoldScenariosTest(Story story) {
        this.story = story;
        this.developer = story.developer();
        this.fleet = story.fleet();
    }

    @Test
    void aPausedPromotionHoldsItsRolloutAndBeginsNothingUntilItIsResumed() {
        String id = inFlight("v5-held");
        try {
            developer.pause(id, "the pager rings").good();
            JsonNode paused = developer.until(id, seen -> phase(seen).equals("PAUSED")
                    && waits(seen).path("code").asString("").equals("paused"));
            assertThat(waits(paused).path("sentence").asString()).contains("Paused by Deniz Aksoy: the pager rings",
                    "Nothing new starts");
            assertThat(waits(paused).path("actions").toString()).contains("resume", "abort");
            await("the rollout").atMost(Duration.ofSeconds(20))
                    .until(() -> fleet.rollout("checkout-dev", "checkout").path("spec").path("paused").asBoolean());
            fleet.speed(USUAL_SPEED);
            assertThat(developer.pause(id, "").detail()).contains("Already paused by Deniz Aksoy");
        } finally {
            fleet.speed(USUAL_SPEED);
        }
        story.as("admin").http().get("/promotions/" + id).good();
        assertThat(PortalApi.target(developer.promotion(id), "checkout-stage").path("phase").asString())
                .isEqualTo("LATER");
        developer.resume(id).good();
        JsonNode ended = developer.ended(id);
        assertThat(phase(ended)).isEqualTo("SUCCEEDED");
        assertThat(fleet.rollout("checkout-dev", "checkout").path("spec").path("paused").asBoolean()).isFalse();
        assertThat(developer.resume(id).detail()).contains("has ended already");
        assertThat(developer.pause(id, "").detail()).contains("has ended already");
        assertThat(codes(id)).contains("promotion.hold-pause", "promotion.hold-resume", "promotion.hold");
    }

    private String inFlight(String version) {
        fleet.speed(2);
        String id = developer.started("checkout", version, "dev", "stage");
        developer.until(id, seen -> {
            JsonNode target = PortalApi.target(seen, "checkout-dev");
            return target.path("step").asString().equals("await-rollout") && target.path("canaryWeight").isNumber();
        });
        return id;
    }

    @Test
    void aPausedPromotionThatIsStoppedHoldsNoRolloutAnyMore() {
        String id = inFlight("v5-held-and-stopped");
        try {
            developer.pause(id, "").good();
            await("the rollout").atMost(Duration.ofSeconds(20))
                    .until(() -> fleet.rollout("checkout-dev", "checkout").path("spec").path("paused").asBoolean());
        } finally {
            fleet.speed(USUAL_SPEED);
        }
        developer.abort(id, "it is no good").good();
        assertThat(phase(developer.ended(id))).isEqualTo("ABORTED");
        await("the rollout").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode rollout = fleet.rollout("checkout-dev", "checkout");
            assertThat(rollout.path("status").path("abort").asBoolean()).isTrue();
            assertThat(rollout.path("spec").path("paused").asBoolean()).isFalse();
        });
    }

    @Test
    void aGateOpensNothingWhileThePromotionIsPaused() {
        String id = developer.started("payments", "v5-gated", "dev", "stage", "prod-east");
        developer.waiting(id, "approval");
        developer.pause(id, "").good();
        JsonNode paused = developer.until(id, seen -> phase(seen).equals("PAUSED"));
        assertThat(waits(paused).path("sentence").asString()).contains("prod-east can be approved meanwhile");
        story.approver().approve(id, "prod-east").good();
        developer.until(id, seen -> waits(seen).path("code").asString("").equals("paused")
                && seen.path("waves").path(2).path("gateSentence").asString().startsWith("approved"));
        assertThat(PortalApi.target(developer.promotion(id), "payments-prod-east").path("phase").asString())
                .isEqualTo("LATER");
        developer.resume(id).good();
        assertThat(phase(developer.ended(id))).isEqualTo("SUCCEEDED");
    }

    @Test
    void whoMayNotOperateNeitherPausesNorResumes() {
        String id = developer.started("payments", "v5-not-yours", "dev", "stage", "prod-east");
        developer.waiting(id, "approval");
        assertThat(story.as("viewer").pause(id, "").status()).isEqualTo(403);
        assertThat(story.as("viewer").resume(id).status()).isEqualTo(403);
        assertThat(developer.resume(id).status()).isEqualTo(409);
        assertThat(developer.resume(id).detail()).contains("It is not paused");
        developer.abort(id, "").good();
        developer.ended(id);
    }

    @Test
    void aCanaryThatWaitsForAPersonGoesOnWhenOneSaysContinue() throws Exception {
        String id = developer.started("checkout", "v5-manual", "dev");
        JsonNode waiting = developer.waiting(id, "continue");
        JsonNode target = PortalApi.target(waiting, "checkout-dev");
        assertThat(target.path("phase").asString()).isEqualTo("ASKS");
        assertThat(target.path("reason").asString()).contains("its canary waits for a person");
        assertThat(target.path("continuation").path("strategy").asString()).isEqualTo("canary");
        assertThat(waits(waiting).path("actions").toString()).contains("continue", "abort").doesNotContain("retry");
        assertThat(developer.decide(id, "checkout-dev", "skip", "no").status()).isEqualTo(409);
        assertThat(story.as("viewer").decide(id, "checkout-dev", "continue", "").status()).isEqualTo(403);

        List<Http.Answer> answers = atOnce(() -> developer.decide(id, "checkout-dev", "continue", "it looks well"));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(answers.size() - 1)
                .allSatisfy(answer -> assertThat(answer.detail()).contains("let on by Deniz Aksoy"));
        assertThat(phase(developer.ended(id))).isEqualTo("SUCCEEDED");
        Http.Answer late = developer.decide(id, "checkout-dev", "continue", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.detail()).contains("does not wait to be let on", "let on by Deniz Aksoy");
        assertThat(codes(id)).contains("promotion.target-continue");
    }

    @Test
    void aBlueGreenSwitchesWhenAPersonSaysContinue() {
        String id = developer.started("catalogue", "3.0.0-manual", "dev");
        JsonNode target = PortalApi.target(developer.waiting(id, "continue"), "catalogue-dev");
        JsonNode waiting = target.path("continuation");
        assertThat(waiting.path("strategy").asString()).isEqualTo("blue-green");
        assertThat(waiting.path("activeService").asString()).isEqualTo("catalogue");
        assertThat(waiting.path("previewService").asString()).isEqualTo("catalogue-preview");
        assertThat(waiting.path("preview").asString()).isEqualTo("3.0.0-manual");
        assertThat(target.path("reason").asString()).contains("waits for a person to switch the traffic");
        developer.decide(id, "catalogue-dev", "continue", "").good();
        assertThat(phase(developer.ended(id))).isEqualTo("SUCCEEDED");
    }

    @Test
    void nothingIsLetOnWhileThePromotionIsPaused() {
        String id = developer.started("catalogue", "3.1.0-manual", "dev");
        developer.waiting(id, "continue");
        developer.pause(id, "not yet").good();
        developer.until(id, seen -> phase(seen).equals("PAUSED"));
        Http.Answer refused = developer.decide(id, "catalogue-dev", "continue", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("The promotion is paused");
        developer.resume(id).good();
        developer.waiting(id, "continue");
        developer.decide(id, "catalogue-dev", "continue", "").good();
        assertThat(phase(developer.ended(id))).isEqualTo("SUCCEEDED");
    }

    private static List<Http.Answer> atOnce(Callable<Http.Answer> attempt) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Http.Answer>> all = threads.invokeAll(java.util.Collections.nCopies(8, attempt));
            List<Http.Answer> answers = new java.util.ArrayList<>();
            for (Future<Http.Answer> each : all) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    private List<String> codes(String id) {
        return story.as("admin").audit(id).valueStream().map(row -> row.path("code").asString()).toList();
    }

    private static String phase(JsonNode promotion) {
        return promotion.path("phase").asString();
    }

    private static JsonNode waits(JsonNode promotion) {
        return promotion.path("waitingFor");
    }
}
