package dev.tiphys.sandbox.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.sandbox.Http;
import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.SandboxServer;

class SlackSandboxTest {

    private static final String BLOCKS = """
            [{"type":"section","text":{"type":"mrkdwn","text":"Promote *checkout* <https://a.example/?x=1&amp;y=2|here>"}},
             {"type":"actions","block_id":"gate","elements":[{"type":"button","action_id":"approve","value":"r1",
              "style":"primary","text":{"type":"plain_text","text":"Approve <b>"}}]}]""";

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private SandboxServer server;
    private String slack;

    @BeforeEach
    void start() throws Exception {
        server = new SandboxServer(InetAddress.getLoopbackAddress(), 0);
        SlackSandbox.install(server, "xoxb-1", new SlackSignature("shh"),
                () -> URI.create(server.baseUri() + "/portal"), Clock.systemUTC());
        server.mount("/portal", request -> {
            received.add(Received.of(request));
            request.answer(200, "text/plain", "");
        });
        server.start();
        slack = server.baseUri() + "/slack";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode call(String method, Map<String, String> arguments) throws Exception {
        return Http.read(Http.post(slack + "/api/" + method, arguments, "Authorization", "Bearer xoxb-1"));
    }

    private JsonNode postApproval() throws Exception {
        return call("chat.postMessage", Map.of("channel", "approvals", "text", "Promote", "blocks", BLOCKS));
    }

    private HttpResponse<String> pressApprove() throws Exception {
        JsonNode posted = postApproval();
        return Http.post(slack + "/press", Map.of("channel", posted.path("channel").asString(), "ts",
                posted.path("ts").asString(), "button", "1.0", "user", "approver"));
    }

    @Test
    void refusesAWrongToken() throws Exception {
        JsonNode answer = Http
                .read(Http.post(slack + "/api/auth.test", Map.of(), "Authorization", "Bearer xoxb-2"));
        assertThat(answer.toString()).isEqualTo("{\"ok\":false,\"error\":\"invalid_auth\"}");
        assertThat(Http.read(Http.get(slack + "/api/auth.test")).path("error").asString()).isEqualTo("not_authed");
    }

    @Test
    void showsWhatWasPostedEscapedAndWithItsButtons() throws Exception {
        postApproval();
        String page = Http.get(slack).body();
        assertThat(page).contains("Promote <b>checkout</b>", "href=\"https://a.example/?x=1&amp;y=2\"",
                "Approve &lt;b&gt;</button>");
    }

    @Test
    void updatesAMessageInItsPlace() throws Exception {
        JsonNode posted = postApproval();
        JsonNode updated = call("chat.update", Map.of("channel", posted.path("channel").asString(), "ts",
                posted.path("ts").asString(), "text", "Approved"));
        assertThat(updated.path("ok").asBoolean()).isTrue();
        JsonNode messages = Http.read(Http.get(slack + "/messages?channel=approvals")).path("messages");
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).path("text").asString()).isEqualTo("Approved");
        assertThat(call("chat.update", Map.of("channel", "approvals", "ts", "1.1", "text", "x")).path("error")
                .asString()).isEqualTo("message_not_found");
    }

    @Test
    void signsWhatAPersonPresses() throws Exception {
        assertThat(pressApprove().statusCode()).isEqualTo(303);
        Received press = received.take();
        assertThat(press.signature()).isEqualTo(new SlackSignature("shh").sign(press.timestamp(), press.body()));
        JsonNode payload = press.payload();
        assertThat(payload.path("type").asString()).isEqualTo("block_actions");
        assertThat(payload.path("user").path("id").asString()).isEqualTo("U0APPROVER");
        assertThat(payload.path("actions").get(0).path("value").asString()).isEqualTo("r1");
        assertThat(payload.path("actions").get(0).path("block_id").asString()).isEqualTo("gate");
    }

    @Test
    void signsAsSlackDocumentsIt() {
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F"
                + "96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        assertThat(new SlackSignature("8f742231b10e8888abcd99yyyzzz85a5").sign("1531420618", body))
                .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
    }

    @Test
    void takesFiveAnswersThroughTheResponseUrl() throws Exception {
        pressApprove();
        String url = received.take().payload().path("response_url").asString();
        String body = "{\"replace_original\":true,\"text\":\"Approved by Amara\"}";
        for (int i = 0; i < 5; i++) {
            assertThat(Http.json("POST", url, body).statusCode()).isEqualTo(200);
        }
        assertThat(Http.json("POST", url, body).statusCode()).isEqualTo(404);
        assertThat(Http.get(slack).body()).contains("Approved by Amara");
    }

    @Test
    void opensADialogForAPressAndSubmitsItsValues() throws Exception {
        pressApprove();
        String trigger = received.take().payload().path("trigger_id").asString();
        String view = """
                {"type":"modal","callback_id":"reject","title":{"type":"plain_text","text":"Reject"},"blocks":[
                 {"type":"input","block_id":"why","label":{"type":"plain_text","text":"Reason"},
                  "element":{"type":"plain_text_input","action_id":"reason"}}]}""";
        String id = call("views.open", Map.of("trigger_id", trigger, "view", view)).path("view").path("id").asString();
        assertThat(Http.get(slack).body()).contains("name=\"input.why.reason\"");
        Http.post(slack + "/submit", Map.of("view", id, "user", "approver", "input.why.reason", "too early"));
        JsonNode payload = received.take().payload();
        assertThat(payload.path("view").path("state").path("values").path("why").path("reason").path("value")
                .asString()).isEqualTo("too early");
        assertThat(Http.get(slack).body()).doesNotContain("input.why.reason");
    }

    @Test
    void appsFindTheirMessagesByMetadata() throws Exception {
        String metadata = "{\"event_type\":\"mine\",\"event_payload\":{\"id\":\"m1\"}}";
        JsonNode posted = call("chat.postMessage",
                Map.of("channel", "approvals", "text", "Promote", "metadata", metadata));
        String ts = posted.path("ts").asString();
        call("chat.postMessage", Map.of("channel", "approvals", "text", "Done", "thread_ts", ts));
        Map<String, String> wish = Map.of("channel", posted.path("channel").asString(), "limit", "200",
                "include_all_metadata", "true", "oldest", "1.000000", "ts", ts);
        JsonNode history = call("conversations.history", wish).path("messages");
        assertThat(history).hasSize(1);
        assertThat(history.get(0).path("metadata").path("event_payload").path("id").asString()).isEqualTo("m1");
        assertThat(call("conversations.replies", wish).path("messages")).hasSize(2);
        assertThat(call("conversations.history", Map.of("channel", "approvals")).path("error").asString())
                .isEqualTo("channel_not_found");
    }

    @Test
    void refusesWhatSlackWouldRefuse() throws Exception {
        String tooLong = "[{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"" + "x".repeat(151)
                + "\"}}]";
        assertThat(call("chat.postMessage", Map.of("channel", "approvals", "text", "x", "blocks", tooLong))
                .path("error").asString()).isEqualTo("invalid_blocks");
    }

    @Test
    void tellsMembersFromOthers() throws Exception {
        assertThat(call("users.info", Map.of("user", "U0GUEST")).path("user").path("is_restricted").asBoolean())
                .isTrue();
        assertThat(call("users.info", Map.of("user", "U0FORMER")).path("user").path("deleted").asBoolean()).isTrue();
        assertThat(call("users.info", Map.of("user", "U0PARTNER")).path("user").path("team_id").asString())
                .isEqualTo("T0PARTNER");
    }

    @Test
    void sendsTheLastInteractionOnceMoreAsSomebodyWhoMeansIll() throws Exception {
        pressApprove();
        Received first = received.take();
        again("replayed");
        assertThat(received.take()).isEqualTo(first);
        again("tampered");
        assertThat(received.take()).satisfies(sent -> {
            assertThat(sent.body()).isNotEqualTo(first.body());
            assertThat(sent.signature()).isEqualTo(first.signature());
        });
        again("old");
        Received old = received.take();
        assertThat(Long.parseLong(first.timestamp()) - Long.parseLong(old.timestamp())).isGreaterThan(500);
        assertThat(old.signature()).isEqualTo(new SlackSignature("shh").sign(old.timestamp(), old.body()));
        again("forged");
        assertThat(received.take().signature()).isNotEqualTo(first.signature());
    }

    private void again(String how) throws Exception {
        assertThat(Http.post(slack + "/again", Map.of("how", how)).body()).contains("the app answered 200");
    }

    @Test
    void knowsThePeopleOfTheSandbox() throws Exception {
        String id = call("users.lookupByEmail", Map.of("email", "approver@tiphys.example")).path("user").path("id")
                .asString();
        assertThat(call("users.info", Map.of("user", id)).path("user").path("real_name").asString())
                .isEqualTo("Amara Okafor");
    }

    private record Received(String timestamp, String signature, String body) {

        static Received of(Request request) {
            return new Received(request.header("X-Slack-Request-Timestamp").orElse(""),
                    request.header("X-Slack-Signature").orElse(""), request.text());
        }

        JsonNode payload() {
            return JsonMapper.shared().readTree(Request.decode(body.substring("payload=".length())));
        }
    }
}
