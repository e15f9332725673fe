package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ScenarioTest
class ApprovalStoriesTest {

    private final Story story;
    private final JdbcClient database;

    @Autowired
    ApprovalStoriesTest(Story story, JdbcClient database) {
        this.story = story;
        this.database = database;
    }

    private static JsonNode open(PortalApi who, String promotion) {
        return who.http().get("/approvals?show=open").good().path("items").valueStream()
                .filter(request -> request.path("wish").path("subject").path("id").asString().equals(promotion))
                .findFirst().orElseThrow();
    }

    @Test
    void theInboxDecidesWhatThePromotionWaitsFor() {
        String id = story.developer().started("payments", "v8-inbox", "dev", "stage", "prod-east");
        JsonNode waiting = story.developer().waiting(id, "approval").path("waitingFor");
        assertThat(waiting.path("until").isNull()).isFalse();
        assertThat(waiting.path("who").toString()).contains("prod-approvers");
        String request = open(story.approver(), id).path("id").asString();

        story.approver().http().post("/approvals/" + request + "/take", "{}").good();
        assertThat(story.developer().promotion(id).path("waitingFor").path("sentence").asString()).contains("is on it");
        assertThat(story.developer().http()
                .post("/approvals/" + request + "/decision", "{\"decision\": \"approve\"}").status()).isEqualTo(403);
        story.approver().http().post("/approvals/" + request + "/decision",
                "{\"decision\": \"reject\", \"reason\": \"not today\"}").good();

        JsonNode ended = story.developer().ended(id);
        assertThat(ended.path("phase").asString()).isEqualTo("ABORTED");
        assertThat(ended.path("reason").asString()).contains("rejected by", "not today");
        assertThat(story.as("admin").audit(request)).extracting(row -> row.path("code").asString())
                .contains("approval.opened", "approval.taken", "approval.rejected");
    }

    /// In the moment after its time, before the portal has noted that.
    private void beLate(String request) {
        database.sql("update approval_request set opened_at = opened_at - interval '8 days', expires_at = now()"
                + " where id = ?::uuid")
                .param(request).update();
    }

    private void requireTooLate(String promotion, String request) {
        Http approver = story.approver().http();
        Http.Answer byApi = approver.post("/approvals/" + request + "/decision", "{\"decision\": \"approve\"}");
        assertThat(byApi.status()).isEqualTo(409);
        assertThat(byApi.text()).contains("expired", "Nothing was changed");
        assertThat(story.approver().approve(promotion, "prod-east").status()).isEqualTo(409);
        Visitor visitor = Visitor.signedIn("approver", story.portal());
        HttpResponse<String> byForm = visitor.fill("/promotions", "/approvals/" + request + "/decision",
                Map.of("decision", "reject", "reason", "too late"));
        assertThat(byForm.statusCode()).isEqualTo(409);
        assertThat(byForm.body()).contains("Already expired", "Nothing was changed");
        assertThat(approver.get("/approvals/" + request).good().path("standing").path("votes")).isEmpty();
    }

    /// As if the request had been opened that long ago: what time does to it by then is due now.
    private void letExpire(String request) {
        database.sql("update approval_request set opened_at = opened_at - interval '8 days' where id = ?::uuid")
                .param(request).update();
        database.sql("update scheduled_tasks set execution_time = now() where task_instance = ?")
                .param("EXPIRY:" + request).update();
    }

    @Test
    void anApprovalThatNobodyGivesEndsItsPromotion() {
        String id = story.developer().started("payments", "v8-late", "dev", "stage", "prod-east");
        story.developer().waiting(id, "approval");
        String request = open(story.approver(), id).path("id").asString();
        beLate(request);
        requireTooLate(id, request);
        letExpire(request);

        JsonNode ended = story.developer().ended(id);
        assertThat(ended.path("phase").asString()).isEqualTo("ABORTED");
        assertThat(ended.path("reason").asString()).contains("the approval expired", "nobody decided within",
                "prod-east stays on");
        JsonNode wave = ended.path("waves").get(2);
        assertThat(wave.path("phase").asString()).isEqualTo("ABORTED");
        assertThat(wave.path("startedAt").isNull()).isTrue();
        assertThat(PortalApi.target(ended, "payments-prod-east").path("phase").asString()).isEqualTo("LATER");
        assertThat(story.approver().http().get("/approvals/" + request).good().path("state").asString())
                .isEqualTo("EXPIRED");
        requireTooLate(id, request);
        assertThat(story.as("admin").audit(request)).extracting(row -> row.path("code").asString())
                .contains("approval.expired");
        assertThat(story.as("admin").audit(id)).extracting(row -> row.path("code").asString())
                .contains("promotion.approval-reject", "promotion.aborted");
    }

    /// What the top bar counts beside this entry; 0 when it shows no number.
    private static int badge(Visitor visitor, String entry) {
        Matcher shown = Pattern.compile("href=\"" + entry + "\"[^>]*>[^<]*(?:<[^>]+>\\s*)*?(\\d+)\\s*<")
                .matcher(visitor.get("/audit").body());
        return shown.find() ? Integer.parseInt(shown.group(1)) : 0;
    }

    @Test
    void aGateIsCountedWithTheApprovalsAndATargetWithThePromotions() {
        Visitor admin = Visitor.signedIn("admin", story.portal());
        int approvals = badge(admin, "/approvals");
        int promotions = badge(admin, "/promotions");
        String gate = story.developer().started("payments", "v8-badge", "dev", "stage", "prod-east");
        story.developer().waiting(gate, "approval");
        assertThat(badge(admin, "/approvals")).isEqualTo(approvals + 1);
        assertThat(badge(admin, "/promotions")).isEqualTo(promotions);
        story.developer().abort(gate, "seen enough").good();
        story.developer().ended(gate);
        String asks = story.developer().started("checkout", "v9-broken", "dev");
        story.developer().waiting(asks, "decision");
        assertThat(badge(admin, "/approvals")).isEqualTo(approvals);
        assertThat(badge(admin, "/promotions")).isEqualTo(promotions + 1);
        story.developer().abort(asks, "seen enough").good();
        story.developer().ended(asks);
    }

    @Test
    void aPromotionThatIsStoppedLeavesNothingToDecide() {
        String id = story.developer().started("catalogue", "v8-stopped", "dev", "stage", "prod-east");
        story.developer().waiting(id, "approval");
        String request = open(story.approver(), id).path("id").asString();
        story.developer().abort(id, "changed my mind").good();

        assertThat(story.approver().http().get("/approvals/" + request).good().path("state").asString())
                .isEqualTo("VOID");
        assertThat(story.approver().http()
                .post("/approvals/" + request + "/decision", "{\"decision\": \"approve\"}").status()).isEqualTo(409);
        assertThat(story.developer().ended(id).path("reason").asString()).contains("changed my mind");
    }

    @Test
    void aTargetThatAsksIsTakenBySomebody() {
        String id = story.developer().started("checkout", "v8-broken", "dev");
        story.developer().waiting(id, "decision");
        String target = "/promotions/" + id + "/targets/checkout-dev";

        story.developer().http().post(target + "/take", "{}").good();
        assertThat(PortalApi.target(story.developer().promotion(id), "checkout-dev").path("takenBy").asString())
                .isEqualTo("Deniz Aksoy");
        assertThat(story.as("admin").http().post(target + "/take", "{}").status()).isEqualTo(409);
        assertThat(story.approver().http().post(target + "/take", "{}").status()).isEqualTo(403);
        story.developer().http().post(target + "/release", "{}").good();
        story.as("admin").http().post(target + "/take", "{}").good();
        story.developer().abort(id, "it is broken").good();
        assertThat(story.developer().ended(id).path("phase").asString()).isEqualTo("ABORTED");
    }
}
