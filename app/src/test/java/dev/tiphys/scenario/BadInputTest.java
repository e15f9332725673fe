package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ScenarioTest
class BadInputTest {

    private final Story story;
    private final PortalApi developer;
    private final FleetLevers fleet;

    @Autowired
    BadInputTest(Story story) {
        this.story = story;
        this.developer = story.developer();
        this.fleet = story.fleet();
    }

    @Test
    void whatCannotBePlannedIsToldFieldByField() {
        int before = fleet.countWorkflows();

        assertThat(refusedField(story.as("admin").start("chekout", "v5", "dev"), "service")).contains("chekout",
                "checkout");
        assertThat(refusedField(developer.start("payments", "v5 && rm", "dev"), "version")).contains("letters");
        assertThat(refusedField(developer.start("payments", "v5-nowhere"), "environments"))
                .contains("Tick at least one");
        assertThat(refusedField(developer.start("payments", "v5-jump", "dev", "prod-west"), "environments"))
                .contains("prod-west comes after prod-east");
        assertThat(refusedField(developer.start("payments", "v5-mars", "mars"), "environments"))
                .contains("no environment");
        assertThat(fleet.countWorkflows()).isEqualTo(before);
        assertThat(developer.plan("payments", "v5-free", "dev").good().path("canStart").asBoolean()).isTrue();
    }

    private static String refusedField(Http.Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.json().path("fields").path(field).asString("");
    }

    @Test
    void whatIsNoRequestIsRefused() {
        Http nobody = new Http(URI.create(story.portal() + "/api/v1"), Map.of("Content-Type", "application/json"));

        assertThat(developer.http().post("/promotions", "{\"service\": ").status()).isEqualTo(400);
        assertThat(developer.http().post("/promotions", "{\"environments\": \"dev\"}").status()).isIn(400, 422);
        assertThat(nobody.post("/promotions", "{}").status()).isEqualTo(401);
        assertThat(nobody.get("/promotions").status()).isEqualTo(401);
        assertThat(Http.as(nobody.base(), "tph_sandbox_mallory").get("/promotions").status()).isEqualTo(401);
        String unknown = "0197a000-0000-7000-8000-000000000000";
        assertThat(developer.http().get("/promotions/" + unknown).status()).isEqualTo(404);
        assertThat(developer.http().get("/promotions/nonsense").status()).isEqualTo(404);
        assertThat(story.approver().approve(unknown, "prod-east").status()).isEqualTo(404);
        assertThat(story.as("viewer").start("payments", "v5-viewed", "dev").status()).isEqualTo(403);
    }

    @Test
    void anApprovalIsGivenOnceByAnotherWhoMay() {
        String id = story.as("admin").started("catalogue", "v5-approved", "dev", "stage", "prod-east");
        assertThat(story.approver().approve(id, "prod-east").status()).isEqualTo(409);
        developer.waiting(id, "approval");

        assertThat(story.as("admin").approve(id, "prod-east")).satisfies(own -> {
            assertThat(own.status()).isEqualTo(403);
            assertThat(own.detail()).contains("Nobody approves their own request");
        });
        assertThat(developer.approve(id, "prod-east").status()).isEqualTo(403);
        assertThat(story.approver().approval(id, "prod-east", "perhaps", "").status()).isEqualTo(422);
        assertThat(story.approver().approval(id, "prod-east", "reject", "").status()).isEqualTo(422);
        assertThat(story.approver().approve(id, "mars").status()).isIn(403, 404);
        assertThat(story.approver().approve(id, "prod-east").status()).isEqualTo(200);
        assertThat(story.approver().approve(id, "prod-east").status()).isEqualTo(409);
        assertThat(developer.ended(id).path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(story.approver().approve(id, "prod-east").status()).isEqualTo(409);

        JsonNode record = story.as("admin").audit(id);
        assertThat(outcomes(record, "admin", "REFUSED")).isEqualTo(1);
        assertThat(outcomes(record, "developer", "REFUSED")).isEqualTo(1);
        assertThat(outcomes(record, "approver", "DONE")).isEqualTo(1);
        assertThat(outcomes(record, "approver", "REFUSED")).isGreaterThanOrEqualTo(3);
    }

    private static long outcomes(JsonNode record, String who, String outcome) {
        return record.valueStream().filter(row -> row.path("who").path("subject").asString().equals(who))
                .filter(row -> row.path("outcome").asString().equals(outcome))
                .filter(row -> row.path("code").asString().startsWith("promotion.approval")).count();
    }

    @Test
    void aSecondPromotionOnTheSameEnvironmentIsRefused() {
        try (FleetLevers.Fault fault = fleet
                .fault("{\"kind\": \"never-healthy\", \"service\": \"catalogue\", \"cluster\": \"dev\"}")) {
            assertThat(fault).isNotNull();
            String id = developer.started("catalogue", "v5-first", "dev");
            Http.Answer second = developer.start("catalogue", "v5-second", "dev");

            assertThat(second.status()).isEqualTo(409);
            assertThat(second.detail()).contains("dev");
            developer.abort(id, "makes room").good();
            assertThat(developer.ended(id).path("phase").asString()).isEqualTo("ABORTED");
        }
        assertThat(developer.plan("catalogue", "v5-second", "dev").good().path("canStart").asBoolean()).isTrue();
    }

    @Test
    void aSubmissionWaitsForArgoWorkflows() {
        String id;
        try (FleetLevers.Fault fault = fleet.fault("""
                {"kind": "answer", "path": "/workflows/api/v1/workflows/*", "method": "POST", "status": 503}""")) {
            assertThat(fault).isNotNull();
            id = developer.started("payments", "v5-late", "dev");
            JsonNode planned = developer.until(id,
                    seen -> seen.path("waitingFor").path("sentence").asString("").contains("tried again"));
            assertThat(planned.path("phase").asString()).isEqualTo("PLANNED");
            assertThat(planned.path("waitingFor").path("code").asString()).isEqualTo("submit");
            assertThat(fleet.workflowsOf(id)).isEmpty();
        }
        assertThat(developer.ended(id).path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(fleet.workflowsOf(id)).hasSize(1);
    }

    @Test
    void aDecisionWaitsForArgoWorkflows() {
        String id = developer.started("payments", "v6-broken", "dev");
        developer.waiting(id, "decision");
        try (FleetLevers.Fault fault = fleet.fault("""
                {"kind": "answer", "path": "/workflows/*", "method": "PUT", "status": 503}""")) {
            assertThat(fault).isNotNull();
            developer.decide(id, "payments-dev", "skip", "known to be broken").good();
            assertThat(developer.promotion(id).path("waitingFor").path("code").asString()).isEqualTo("applying");
            assertThat(developer.decide(id, "payments-dev", "retry", "").status()).isEqualTo(409);
        }
        JsonNode ended = developer.ended(id);
        assertThat(ended.path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("reason").asString()).contains("1 skipped");
    }
}
