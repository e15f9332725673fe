package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Why something was promoted follows it to everybody who asks later.
@ScenarioTest
class PurposeScenariosTest {

    private static final String HOSTILE = "<script>alert(1)</script> {{workflow.parameters.plan}} ' or 1=1 -- ";

    private final Story story;

    @Autowired
    PurposeScenariosTest(Story story) {
        this.story = story;
    }

    @Test
    void followsThePromotionToArgoCdAndTheAuditLog() {
        String id = started("v5-why", HOSTILE, "CHG0012345").good().path("id").asString();
        JsonNode ended = story.developer().ended(id);

        assertThat(ended.path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("note").asString()).isEqualTo(HOSTILE.strip());
        String info = story.fleet().application("payments-dev").path("status").path("operationState").path("operation")
                .path("info").toString();
        assertThat(info).contains("tiphys.dev/change", "CHG0012345", "tiphys.dev/note",
                "{ {workflow.parameters.plan} }",
                "tiphys.dev/requester", "developer");
        assertThat(story.as("admin").audit(id)).anySatisfy(row -> assertThat(row.path("reason").asString(""))
                .contains("Change CHG0012345.").contains("<script>"));
        assertThat(Visitor.signedIn("viewer", story.portal()).get("/promotions/" + id).body())
                .contains("CHG0012345").contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void aNoteOfTenKilobytesIsRefusedAndNotLost() {
        String text = HOSTILE.repeat(150);
        Http.Answer refused = started("v5-long", text, "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("at most 2,000 characters");

        Visitor visitor = Visitor.signedIn("developer", story.portal());
        String plan = "/promotions/plan?service=payments&version=v5-long&environments=dev";
        String hash = story.developer().plan("payments", "v5-long", "dev").good().path("planHash").asString();
        var answer = visitor.fill(plan, "/promotions", Map.of("service", "payments", "version", "v5-long",
                "environments", "dev", "planHash", hash, "note", text, "change", "CHG1"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("at most 2,000 characters", "&lt;script&gt;alert(1)&lt;/script&gt;", "CHG1");
    }

    private Http.Answer started(String version, String note, String change) {
        return story.developer().http().post("/promotions", PortalApi.wish("payments", version, "dev")
                .put("note", note).put("changeReference", change).toString());
    }
}
