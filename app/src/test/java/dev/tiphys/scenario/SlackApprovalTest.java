package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ScenarioTest
class SlackApprovalTest {

    private static final String[] UP_TO_EAST = {"dev", "stage", "prod-east"};

    private final Story story;

    @Autowired
    SlackApprovalTest(Story story) {
        this.story = story;
    }

    /// The latest message of #approvals that is as wanted.
    private JsonNode message(String what, Predicate<String> wanted) {
        return await(what).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100)).until(() -> {
            JsonNode all = JsonMapper.shared().readTree(story.fleet().slack("approvals")).path("messages");
            return all.valueStream().filter(each -> wanted.test(each.toString())).toList();
        }, found -> !found.isEmpty()).getLast();
    }

    private void press(JsonNode message, String action, String user) {
        int block = -1;
        int element = -1;
        for (int i = 0; i < message.path("blocks").size(); i++) {
            for (int j = 0; j < message.path("blocks").path(i).path("elements").size(); j++) {
                if (message.path("blocks").path(i).path("elements").path(j).path("action_id").asString("")
                        .equals(action)) {
                    block = i;
                    element = j;
                }
            }
        }
        Http slack = new Http(story.fleet().endpoints().slackPage(),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(slack.post("/press", "channel=C0APPROVALS&ts=" + message.path("ts").asString() + "&user=" + user
                + "&button=" + block + "." + element).status()).isEqualTo(303);
    }

    /// Path and query of the address of a message's first button.
    private static String address(JsonNode message) {
        return message.path("blocks").valueStream().filter(block -> block.path("type").asString("").equals("actions"))
                .map(block -> block.path("elements").path(0).path("url").asString("")).findFirst().orElseThrow()
                .replaceAll("^https?://[^/]+", "");
    }

    private static String token(String address) {
        return address.substring(address.indexOf("token=") + "token=".length());
    }

    @Test
    void anApproverLinksTheirAccountAndApprovesInSlack() {
        String id = story.developer().started("payments", "v5-slack", UP_TO_EAST);
        story.developer().waiting(id, "approval");
        JsonNode asked = message("the request", text -> text.contains(id) && text.contains("\"approve\""));
        press(asked, "approve", "approver");
        JsonNode reply = message("the private reply",
                text -> text.contains("Link my account") && text.contains("U0APPROVER"));
        Visitor approver = Visitor.signedIn("approver", story.portal());
        String address = address(reply);
        assertThat(approver.get(address).body()).contains("@approver", "Amara Okafor");
        assertThat(approver.fill(address, "/slack/link", Map.of("token", token(address))).statusCode()).isEqualTo(303);

        press(asked, "approve", "approver");
        assertThat(story.developer().ended(id).path("phase").asString()).isEqualTo("SUCCEEDED");
        JsonNode edited = message("the outcome", text -> text.contains(id) && text.contains("*Approved*"));
        assertThat(edited.path("ts").asString()).isEqualTo(asked.path("ts").asString());
        assertThat(edited.toString()).contains("Amara Okafor").doesNotContain("\"approve\"");
        assertThat(approver.get("/settings/slack").body()).contains("@approver");
    }

    /// Has the approver's Slack account linked, by a press on this message where it is not yet.
    private Visitor linked(JsonNode asked) {
        Visitor approver = Visitor.signedIn("approver", story.portal());
        if (!approver.get("/settings/slack").body().contains("@approver")) {
            press(asked, "approve", "approver");
            String address = address(message("the private reply",
                    text -> text.contains("Link my account") && text.contains("U0APPROVER")));
            approver.fill(address, "/slack/link", Map.of("token", token(address)));
        }
        return approver;
    }

    private void setGroups(String groups) {
        new Http(story.fleet().endpoints().oidcIssuer(), Map.of("Content-Type", "application/json"))
                .post("/people/approver", "{\"groups\": [" + groups + "]}").good();
    }

    private String phase(String id) {
        return story.developer().promotion(id).path("phase").asString();
    }

    @Test
    void aSignInServiceThatIsSlowIsWaitedForAfterSlackWasAnswered() {
        String id = story.developer().started("payments", "v6-slack", UP_TO_EAST);
        story.developer().waiting(id, "approval");
        JsonNode asked = message("the request", text -> text.contains(id) && text.contains("\"approve\""));
        linked(asked);
        try (FleetLevers.Fault _ = story.fleet()
                .fault("{\"kind\":\"delay\",\"path\":\"/oidc/*\",\"latency\":\"2s\"}")) {
            long before = System.nanoTime();
            press(asked, "approve", "approver");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
            assertThat(phase(id)).isEqualTo("WAITING");
            message("word that it does not count yet",
                    text -> text.contains("sign-in service is slow") && text.contains("U0APPROVER"));
            assertThat(story.developer().ended(id).path("phase").asString()).isEqualTo("SUCCEEDED");
        }
        message("the outcome", text -> text.contains(id) && text.contains("*Approved*"));
    }

    @Test
    void whoHasJustLostTheRightDecidesNeitherInSlackNorThroughItsLink() {
        String buttons = story.developer().started("payments", "v7-slack", UP_TO_EAST);
        String link = story.developer().started("checkout", "v7-slack", UP_TO_EAST);
        story.developer().waiting(buttons, "approval");
        story.developer().waiting(link, "approval");
        JsonNode asked = message("the request", text -> text.contains(buttons) && text.contains("\"approve\""));
        Visitor approver = linked(asked);
        String address = address(message("the link", text -> text.contains(link) && text.contains("/slack/decide")));
        assertThat(approver.get(address).body()).contains("It decides once");
        setGroups("\"viewers\"");
        try {
            press(asked, "approve", "approver");
            message("the refusal", text -> text.contains("may not approve") && text.contains("U0APPROVER"));
            assertThat(approver.fill(address, "/slack/decide", Map.of("token", token(address), "decision", "approve"))
                    .statusCode()).isEqualTo(403);
            assertThat(phase(buttons)).isEqualTo("WAITING");
            assertThat(phase(link)).isEqualTo("WAITING");
        } finally {
            setGroups("\"payments-approvers\", \"prod-approvers\"");
        }
        story.developer().abort(buttons, "seen enough").good();
        story.developer().abort(link, "seen enough").good();
        story.developer().ended(buttons);
        story.developer().ended(link);
    }

    @Test
    void anApproverRejectsThroughAOneTimeLink() {
        String id = story.developer().started("checkout", "v5-slack", UP_TO_EAST);
        story.developer().waiting(id, "approval");
        String address = address(message("the request", text -> text.contains(id) && text.contains("/slack/decide")));
        assertThat(story.developer().until(id, seen -> !seen.path("told").isEmpty()).path("told")).singleElement()
                .satisfies(told -> assertThat(told.path("where").asString()).isEqualTo("#approvals"));
        Visitor approver = Visitor.signedIn("approver", story.portal());
        assertThat(approver.get("/promotions/" + id).body()).contains("Told in").containsPattern(
                "#approvals\\s+at\\s+<time datetime=");
        assertThat(approver.get(address).body()).contains("checkout", "It decides once", "<time datetime=");
        Map<String, String> answer = Map.of("token", token(address), "decision", "reject", "reason", "after the sale");
        assertThat(approver.fill(address, "/slack/decide", answer).statusCode()).isEqualTo(303);
        assertThat(approver.fill("/promotions", "/slack/decide", answer).statusCode()).isEqualTo(409);
        assertThat(story.developer().ended(id).path("phase").asString()).isEqualTo("ABORTED");
        message("the outcome", text -> text.contains(id) && text.contains("*Rejected*")
                && text.contains("after the sale"));
    }
}
