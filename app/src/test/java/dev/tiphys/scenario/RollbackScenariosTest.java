package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ScenarioTest
class RollbackScenariosTest {

    private final Story story;
    private final PortalApi developer;
    private final FleetLevers fleet;

    @Autowired
    RollbackScenariosTest(Story story) {
        this.story = story;
        this.developer = story.developer();
        this.fleet = story.fleet();
    }

    @Test
    void aFinishedPromotionGoesBackToWhatRanBeforeInEachPlace() {
        String before = developer.started("payments", "v5-former", "dev");
        developer.ended(before);
        String id = developer.started("payments", "v6-regretted", "dev", "stage");
        JsonNode promoted = developer.ended(id);
        String stage = PortalApi.target(promoted, "payments-stage").path("from").asString();

        JsonNode plan = developer.rollback(id, "").good();
        assertThat(plan.path("rollbackOf").asString()).isEqualTo(id);
        assertThat(plan.path("waves").path(0).path("name").asString()).isEqualTo("stage");
        assertThat(plan.path("waves").path(1).path("targets").path(0).path("to").asString()).isEqualTo("v5-former");
        assertThat(plan.path("waves").path(0).path("targets").path(0).path("to").asString()).isEqualTo(stage);
        String back = developer.startBack(id, "", plan.path("planHash").asString()).good().path("id").asString();
        assertThat(developer.ended(back).path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(fleet.application("payments-dev").path("spec").toString()).contains("v5-former");
        assertThat(fleet.application("payments-stage").path("spec").toString()).contains(":" + stage);

        assertThat(story.as("admin").audit(back)).anySatisfy(row -> {
            assertThat(row.path("code").asString()).isEqualTo("promotion.started");
            assertThat(row.path("reason").asString()).contains("rolls back promotion " + id);
        });
        Http.Answer again = developer.rollback(id, "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.detail()).contains("Nothing can be rolled back", "is on v5-former already");
    }

    @Test
    void aRunningPromotionIsStoppedFirstAndItsBrokenTargetGoesBack() {
        developer.ended(developer.started("catalogue", "6.9.0", "dev"));
        String id = developer.started("catalogue", "7.0.0-broken", "dev", "stage");
        JsonNode waiting = developer.waiting(id, "decision");
        String former = PortalApi.target(waiting, "catalogue-dev").path("from").asString();

        JsonNode plan = developer.rollback(id, "").good();
        assertThat(plan.path("canStart").asBoolean()).isTrue();
        assertThat(plan.path("warnings").toString()).contains("stops-promotion");
        assertThat(plan.path("waves")).hasSize(1);
        String back = developer.startBack(id, "", plan.path("planHash").asString()).good().path("id").asString();

        assertThat(developer.ended(back).path("phase").asString()).isEqualTo("SUCCEEDED");
        JsonNode ended = developer.ended(id);
        assertThat(ended.path("phase").asString()).isEqualTo("ABORTED");
        assertThat(ended.path("reason").asString()).contains("it is rolled back");
        JsonNode application = fleet.application("catalogue-dev");
        assertThat(application.path("spec").toString()).contains("\"" + former + "\"");
        assertThat(application.path("status").path("health").path("status").asString()).isEqualTo("Healthy");
        assertThat(story.fleet().workflowsOf(back)).hasSize(1);
    }

    @Test
    void whatWasOnTheVersionAlreadyGoesBackToWhatAnEarlierPromotionLeft() {
        developer.ended(developer.started("payments", "v7-first", "dev"));
        developer.ended(developer.started("payments", "v7-again", "dev"));
        String id = developer.started("payments", "v7-again", "dev", "stage");
        developer.ended(id);

        JsonNode waves = developer.rollback(id, "").good().path("waves");
        assertThat(waves.path(1).path("targets").path(0).path("to").asString()).isEqualTo("v7-first");
    }

    @Test
    void oneTargetAloneGoesBack() {
        String id = developer.started("payments", "v7-partly", "dev", "stage");
        developer.ended(id);
        JsonNode plan = developer.rollback(id, "payments-dev").good();
        assertThat(plan.path("application").asString()).isEqualTo("payments-dev");
        assertThat(plan.path("waves")).hasSize(1);
        String back = developer.startBack(id, "payments-dev", plan.path("planHash").asString()).good().path("id")
                .asString();
        assertThat(developer.ended(back).path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(fleet.application("payments-stage").path("spec").toString()).contains("v7-partly");
        assertThat(developer.rollback(id, "payments-mars").status()).isEqualTo(404);
    }

    @Test
    void anotherPromotionInTheWayIsNotPushedAside() {
        String id = developer.started("catalogue", "8.0.0", "dev");
        developer.ended(id);
        String other = developer.started("catalogue", "9.0.0-broken", "dev");
        developer.waiting(other, "decision");

        JsonNode plan = developer.rollback(id, "").good();
        assertThat(plan.path("canStart").asBoolean()).isFalse();
        Http.Answer refused = developer.startBack(id, "", plan.path("planHash").asString());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("catalogue 9.0.0-broken", "is not done with dev");
        assertThat(developer.promotion(other).path("phase").asString()).isEqualTo("WAITING");
        developer.abort(other, "").good();
        developer.ended(other);
    }

    @Test
    void whatHasNotBegunOrIsNotOnesOwnIsNotRolledBack() {
        assertThat(story.as("viewer").rollback("01930f6e-7c1a-7b44-8f2e-5d0c9a7be311", "").status()).isEqualTo(403);
        assertThat(developer.rollback("01930f6e-7c1a-7b44-8f2e-5d0c9a7be311", "").status()).isEqualTo(404);
        String id = developer.started("payments", "v8-mine", "dev");
        developer.ended(id);
        assertThat(story.as("viewer").rollback(id, "").status()).isEqualTo(403);
        Http.Answer stale = developer.startBack(id, "", "0".repeat(64));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.detail()).contains("The plan no longer fits");
    }

    @Test
    void aStopSaysBeforehandWhatItStopsAndWhatStaysWhere() {
        String id = developer.started("catalogue", "9.1.0-broken", "dev", "stage");
        developer.waiting(id, "decision");
        JsonNode stopping = developer.http().get("/promotions/" + id + "/abort").good();
        assertThat(stopping).isEqualTo(JsonMapper.shared().readTree("""
                {"workflows": 1, "deliveries": 0, "rollouts": 0, "stayOnNew": 0, "stayOnOld": 1, "inBetween": 1}"""));
        developer.abort(id, "").good();
        developer.ended(id);
        assertThat(developer.rollback(id, "").good().path("waves")).hasSize(1);
    }
}
