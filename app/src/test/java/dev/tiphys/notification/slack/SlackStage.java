package dev.tiphys.notification.slack;

import static dev.tiphys.testing.TestPeople.APPROVER;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalSubject;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.ApprovalWish;
import dev.tiphys.approval.Approvals;
import dev.tiphys.identity.Scope;
import dev.tiphys.sandbox.SandboxEndpoints;
import dev.tiphys.sandbox.slack.SlackSignature;
import dev.tiphys.scenario.Http;
import dev.tiphys.testing.TestPeople;

/// What tests do and see: requests, Slack's channel, and signed interactions as somebody would send them.
@TestComponent
record SlackStage(MockMvcTester portal, Approvals approvals, JdbcClient database, Clock clock) {

    SlackStage {
        MockMvcTester tester = portal;
        SlackPortal.BRIDGE.lead((timestamp, body, signature) -> send(tester, timestamp, body, signature));
    }

    static final String TEAM = SandboxEndpoints.SLACK_TEAM;

    /// A message as it stands in Slack.
    record Message(JsonNode json) {

        String ts() {
            return json.path("ts").asString();
        }

        String button() {
            return element("value");
        }

        String address() {
            return element("url");
        }

        boolean hasButtons() {
            return !button().isEmpty();
        }

        /// The path and query of the link that decides; empty without one.
        String decidePath() {
            int start = address().indexOf("/slack/decide");
            return start < 0 ? "" : address().substring(start);
        }

        /// Of a button: its block and its number there.
        String place(String action) {
            for (int block = 0; block < json.path("blocks").size(); block++) {
                JsonNode elements = json.path("blocks").path(block).path("elements");
                for (int element = 0; element < elements.size(); element++) {
                    if (elements.path(element).path("action_id").asString("").equals(action)) {
                        return block + "." + element;
                    }
                }
            }
            throw new AssertionError("no button " + action + " in " + json);
        }

        private String element(String field) {
            for (JsonNode block : json.path("blocks")) {
                if (block.path("type").asString("").equals("actions")) {
                    return block.path("elements").path(0).path(field).asString("");
                }
            }
            return "";
        }

        String text() {
            return json.toString();
        }
    }

    ApprovalId open(String service) {
        ApprovalSubject subject = new ApprovalSubject(ApprovalSubject.Kind.PROMOTION_GATE, UUID.randomUUID().toString(),
                "prod-east");
        return approvals.open(new ApprovalWish(subject, "a1b2".repeat(16), service + " v4 → v5 into prod-east",
                List.of(new ApprovalWish.Change(service + "-prod-east", "v4", "v5")), "Two hours before the weekend.",
                Scope.service(service, "shop").in("prod-east").requestedBy("developer"),
                new ApprovalWish.Requester("developer", "Deniz Aksoy"), "/promotions/" + subject.id()));
    }

    ApprovalView view(ApprovalId request) {
        return approvals.get(request);
    }

    /// Makes the provider vouch for somebody, now.
    void confirm(TestPeople who) {
        database.sql("""
                insert into known_person (subject, username, name, groups, groups_read_at) values (?, ?, ?, ?, ?)
                on conflict (subject) do update set groups = excluded.groups, groups_read_at = excluded.groups_read_at
                """).params(who.username(), who.username(), "The " + who.username(),
                who.person().groups().toArray(String[]::new), clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    void setGroups(TestPeople who, Set<String> groups) {
        confirm(who);
        database.sql("update known_person set groups = ? where subject = ?")
                .params(groups.toArray(String[]::new), who.username()).update();
    }

    /// Lets the provider's last word about somebody be older than it may be.
    void forget(TestPeople who) {
        database.sql("update known_person set groups_read_at = ? where subject = ?").params(
                clock.instant().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC), who.username()).update();
    }

    /// Ties Slack's user to somebody the provider has vouched for.
    void link(TestPeople who) {
        confirm(who);
        database.sql("""
                insert into slack_account (team, user_id, user_name, subject, person_name, linked_at)
                values (?, ?, ?, ?, ?, now()) on conflict do nothing
                """).params(TEAM, user(who), who.username(), who.username(), "The " + who.username()).update();
    }

    void unlink(TestPeople who) {
        database.sql("delete from slack_account where subject = ?").param(who.username()).update();
    }

    static String user(TestPeople who) {
        return "U0" + who.name();
    }

    /// The request's message, once it is as wanted.
    Message message(ApprovalId request, Predicate<Message> wanted) {
        return await("the message of " + request).atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(100))
                .until(() -> messages(request), found -> !found.isEmpty() && wanted.test(found.getFirst()))
                .getFirst();
    }

    Message message(ApprovalId request) {
        return message(request, message -> true);
    }

    /// The request's message, and nothing else, wherever it was posted: one, or a bug.
    List<Message> messages(ApprovalId request) {
        String ts = database.sql("select ts from slack_message where request = ? and step = 'MESSAGE'")
                .param(request.value()).query(String.class).optional().orElse("");
        return channel().stream().filter(message -> message.ts().equals(ts)).toList();
    }

    /// Every message of the channel, the oldest first.
    List<Message> channel() {
        List<Message> messages = new ArrayList<>();
        JsonNode all = JsonMapper.shared().readTree(SlackPortal.levers().slack("approvals"));
        all.path("messages").forEach(message -> messages.add(new Message(message)));
        return messages;
    }

    /// What only this person gets to see.
    Message privateReply(String user, Predicate<Message> wanted) {
        return await("a private reply to " + user).atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(100)).until(
                        () -> channel().stream().filter(
                                message -> message.json().path("only_for").asString("").equals(user)
                                        && wanted.test(message))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    /// Presses the button on Slack's page; what the page says went wrong, if anything.
    Http.Answer pressOnPage(Message message, String action, String username) {
        return SlackPortal.page().post("/press", "channel=C0APPROVALS&ts=" + message.ts() + "&user=" + username
                + "&button=" + message.place(action));
    }

    /// A press as Slack sends it.
    ObjectNode press(Message message, String action, String team, String userTeam, String user) {
        ObjectNode payload = JsonMapper.shared().createObjectNode().put("type", "block_actions")
                .put("trigger_id", UUID.randomUUID().toString())
                .put("response_url", SlackPortal.levers().endpoints().slackPage() + "/response/0");
        payload.putObject("team").put("id", team);
        payload.putObject("user").put("id", user).put("username", "x").put("team_id", userTeam);
        payload.putObject("container").put("channel_id", "C0APPROVALS").put("message_ts", message.ts());
        payload.putArray("actions").addObject().put("action_id", action).put("value", message.button());
        return payload;
    }

    ObjectNode press(Message message, String action, TestPeople who) {
        return press(message, action, TEAM, TEAM, user(who));
    }

    /// A dialog sent in, as Slack sends it.
    ObjectNode dialog(Message message, String action, String reason, TestPeople who) {
        ObjectNode payload = JsonMapper.shared().createObjectNode().put("type", "view_submission");
        payload.putObject("team").put("id", TEAM);
        payload.putObject("user").put("id", user(who)).put("username", who.username()).put("team_id", TEAM);
        ObjectNode view = payload.putObject("view").put("callback_id", action).put("private_metadata",
                message.button());
        view.putObject("state").putObject("values").putObject("reason").putObject("words").put("value", reason);
        return payload;
    }

    static String body(JsonNode payload) {
        return "payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8);
    }

    String now() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    /// Sends it with a good signature.
    MvcTestResult send(JsonNode payload) {
        return send(payload, SandboxEndpoints.SLACK_SIGNING_SECRET);
    }

    MvcTestResult send(JsonNode payload, String secret) {
        String timestamp = now();
        return send(timestamp, body(payload), new SlackSignature(secret).sign(timestamp, body(payload)));
    }

    MvcTestResult send(String timestamp, String body, String signature) {
        return send(portal, timestamp, body, signature);
    }

    private static MvcTestResult send(MockMvcTester portal, String timestamp, String body, String signature) {
        return portal.post().uri("/slack/interactions").contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(body.getBytes(StandardCharsets.UTF_8)).header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature).exchange();
    }

    /// The reasons on record with this code about this target.
    List<String> record(String code, String target) {
        return database.sql("""
                select coalesce(reason, '') as why from audit_entry where code = ? and target_id = ? order by seq
                """).params(code, target).query((row, n) -> String.valueOf(row.getString("why"))).list();
    }

    /// Has the approver linked, and the request's message in the channel.
    Message waitingForApprover(ApprovalId request) {
        link(APPROVER);
        return message(request);
    }
}
