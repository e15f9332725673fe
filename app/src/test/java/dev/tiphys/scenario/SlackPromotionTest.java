package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever can answer a promotion hears in Slack that it waits.
@ScenarioTest
class SlackPromotionTest {

    private final Story story;
    private final JdbcClient database;

    @Autowired
    SlackPromotionTest(Story story, JdbcClient database) {
        this.story = story;
        this.database = database;
    }

    /// What the portal says in `#deploys` with a link to the promotion's page.
    private List<JsonNode> messages(String id) {
        JsonNode all = JsonMapper.shared().readTree(story.fleet().slack("deploys")).path("messages");
        return all.valueStream().filter(each -> each.toString().contains("/promotions/" + id))
                .filter(each -> each.toString().contains("\"block_id\":\"promotion\"")).toList();
    }

    private JsonNode message(String what, String id, Predicate<String> wanted) {
        List<JsonNode> found = await(what).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> messages(id), all -> !all.isEmpty() && wanted.test(all.getFirst().toString()));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void aTargetThatAsksIsToldOnceAndTheMessageFollowsIt() {
        Visitor developer = Visitor.signedIn("developer", story.portal());
        database.sql("""
                insert into slack_account (team, user_id, user_name, subject, person_name, linked_at)
                select 'T0SANDBOX', 'U0DEVELOPER', 'developer', subject, name, now() from known_person
                where username = 'developer' on conflict do nothing
                """).update();
        String id = story.developer().started("catalogue", "v9-broken", "dev");
        story.developer().waiting(id, "decision");
        JsonNode asked = message("the question", id, text -> text.contains("needs a decision"));
        assertThat(asked.toString()).contains("catalogue-dev", "May answer", "shop-team", "Deniz Aksoy",
                "@U0DEVELOPER>");
        assertThat(developer.get("/promotions/" + id).body()).containsPattern(
                "Told in #deploys at <time [^>]*>[-\\d]+ \\d\\d:\\d\\d UTC");

        remindNow(id);
        await("the reminder").atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(thread(asked))
                .singleElement().asString().contains("Nobody has answered yet", "May answer"));

        story.developer().http().post("/promotions/" + id + "/targets/catalogue-dev/take", "{}").good();
        message("who is on it", id, text -> text.contains("Deniz Aksoy is on it"));
        story.developer().decide(id, "catalogue-dev", "skip", "known to be broken").good();
        story.developer().ended(id);
        JsonNode over = message("the end", id, text -> text.contains("has ended"));
        assertThat(over.path("ts").asString()).isEqualTo(asked.path("ts").asString());
        assertThat(over.toString()).doesNotContain("May answer");
        assertThat(developer.get("/promotions/" + id).body()).doesNotContain("Told in");
        database.sql("delete from slack_account where user_id = 'U0DEVELOPER'").update();
        assertThat(story.as("admin").audit(id)).extracting(row -> row.path("code").asString())
                .containsOnlyOnce("slack.sent");
    }

    private void remindNow(String id) {
        assertThat(database.sql("""
                update scheduled_tasks set execution_time = now()
                where task_name = 'remind-of-promotion' and task_instance like ?
                """).param(id + "#%").update()).isEqualTo(1);
    }

    private List<String> thread(JsonNode message) {
        JsonNode all = JsonMapper.shared().readTree(story.fleet().slack("deploys")).path("messages");
        return all.valueStream().filter(
                each -> each.path("thread_ts").asString("").equals(message.path("ts").asString()))
                .map(JsonNode::toString).toList();
    }

    @Test
    void aGateIsToldInTheApprovalsMessageAlone() {
        String id = story.developer().started("payments", "v9-gate", "dev", "stage", "prod-east");
        story.developer().waiting(id, "approval");
        Visitor developer = Visitor.signedIn("developer", story.portal());
        await("that approvers were told").atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(developer.get("/promotions/" + id).body()).contains("Told in #approvals at"));
        assertThat(messages(id)).isEmpty();
        story.developer().abort(id, "seen enough").good();
        story.developer().ended(id);
        assertThat(messages(id)).filteredOn(each -> each.toString().contains("needs a decision")).isEmpty();
    }
}
