package dev.tiphys.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.kube.Kind;

class SandboxTest {

    private Sandbox sandbox;
    private String base;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().atSpeed(0));
        base = sandbox.endpoints().baseUri().toString();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> fault(String json) throws Exception {
        return Http.json("POST", base + "/sandbox/api/faults", json);
    }

    private JsonNode deploys(Predicate<JsonNode> wanted) throws Exception {
        Instant patience = Instant.now().plusSeconds(10);
        while (true) {
            JsonNode messages = Http.read(Http.get(base + "/slack/messages?channel=deploys")).path("messages");
            if (wanted.test(messages) || Instant.now().isAfter(patience)) {
                return messages;
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void servesItsPages() throws Exception {
        assertThat(Http.get(base + "/sandbox").body()).contains("Levers", "Versions to promote");
        assertThat(Http.get(base + "/slack").body()).contains("# deploys");
        assertThat(Http.get(base + "/sandbox/assets/sandbox.css").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsSlackOfTheEndOfAPromotion() throws Exception {
        HttpResponse<String> answer = Http.json("POST", sandbox.endpoints().eventsUrl().toString(),
                "{\"promotion\":\"checkout-v5-01\",\"service\":\"checkout\",\"version\":\"v5\","
                        + "\"status\":\"Succeeded\",\"url\":\"http://localhost:8080/promotions/1\"}");
        assertThat(answer.body()).isEqualTo("success");
        JsonNode messages = deploys(found -> !found.isEmpty());
        assertThat(messages.get(0).path("text").asString()).contains("*checkout* `v5` is out",
                "<http://localhost:8080/promotions/1|checkout-v5-01>");
    }

    @Test
    void showsTheWiringOfArgoEventsInTheHub() {
        assertThat(sandbox.world().store().get(World.HUB, Kind.SENSOR, "argo-events", "promotions-to-slack")
                .path("status").path("conditions").get(0).path("status").asString()).isEqualTo("True");
    }

    @Test
    void movesItsClock() throws Exception {
        Instant before = sandbox.world().clock().now();
        Http.json("POST", base + "/sandbox/api/clock/advance", "{\"by\":\"5m\"}");
        assertThat(sandbox.world().clock().now()).isEqualTo(before.plus(Duration.ofMinutes(5)));
        assertThat(Http.json("PUT", base + "/sandbox/api/clock", "{\"speed\":-1}").statusCode()).isEqualTo(400);
        assertThat(Http.json("PUT", base + "/sandbox/api/clock", "{\"speed\":20}").body()).contains("20.0");
    }

    @Test
    void answersWrongAsOftenAsItIsTold() throws Exception {
        fault("{\"kind\":\"answer\",\"path\":\"/slack/*\",\"status\":429,\"times\":2}");
        assertThat(Http.get(base + "/slack/messages").headers().firstValue("Retry-After")).hasValue("1");
        assertThat(Http.get(base + "/slack/messages").body()).contains("ratelimited");
        assertThat(Http.get(base + "/slack/messages").statusCode()).isEqualTo(200);
        assertThat(Http.get(base + "/sandbox/api/faults").body().strip()).isEqualTo("[]");
    }

    @Test
    void doesWhatIsAskedAndLosesTheAnswer() throws Exception {
        fault("{\"kind\":\"lose-answer\",\"path\":\"/slack/api/*\",\"times\":1}");
        assertThatThrownBy(() -> Http.post(base + "/slack/api/chat.postMessage",
                Map.of("channel", "deploys", "text", "heard"), "Authorization",
                "Bearer " + SandboxEndpoints.SLACK_TOKEN)).isInstanceOf(IOException.class);
        assertThat(Http.get(base + "/slack/messages?channel=deploys").body()).contains("heard");
    }

    @Test
    void answersWrongUntilTheTimeIsOver() throws Exception {
        fault("{\"kind\":\"answer\",\"path\":\"/oidc/*\",\"status\":500,\"for\":\"60s\"}");
        assertThat(Http.get(base + "/oidc/jwks").statusCode()).isEqualTo(500);
        sandbox.world().clock().advance(Duration.ofSeconds(61));
        assertThat(Http.get(base + "/oidc/jwks").statusCode()).isEqualTo(200);
    }

    @Test
    void liftsAFault() throws Exception {
        String id = Http.read(fault("{\"kind\":\"answer\",\"path\":\"/slack/*\",\"status\":503}")).path("id")
                .asString();
        assertThat(Http.get(base + "/slack/messages").statusCode()).isEqualTo(503);
        assertThat(Http.json("DELETE", base + "/sandbox/api/faults/" + id, "").statusCode()).isEqualTo(200);
        assertThat(Http.get(base + "/slack/messages").statusCode()).isEqualTo(200);
        assertThat(Http.json("DELETE", base + "/sandbox/api/faults/" + id, "").statusCode()).isEqualTo(404);
    }

    @Test
    void servesTheFleetThroughEveryApi() throws Exception {
        HttpResponse<String> applications = Http.get(base + "/argocd/api/v1/applications", "Authorization",
                "Bearer " + SandboxEndpoints.ARGOCD_TOKEN);
        assertThat(applications.body()).contains("checkout-prod-west");
        HttpResponse<String> workflows = Http.get(base + "/workflows/api/v1/workflows/promotions", "Authorization",
                "Bearer " + SandboxEndpoints.WORKFLOWS_TOKEN);
        assertThat(workflows.body()).contains("\"items\":null");
        HttpResponse<String> rollouts = Http.get(base + "/kube/prod-east/apis/argoproj.io/v1alpha1/rollouts",
                "Authorization", "Bearer " + SandboxEndpoints.KUBERNETES_TOKEN);
        assertThat(rollouts.body()).contains("\"name\":\"checkout\"");
    }

    @Test
    void breaksTheFleetAndMendsItAgain() throws Exception {
        String away = Http.read(fault("{\"kind\":\"cluster-away\",\"cluster\":\"prod-west\"}")).path("id").asString();
        fault("{\"kind\":\"analysis-fails\",\"service\":\"checkout\"}");
        assertThat(sandbox.argoCd().reachability().away()).containsExactly("prod-west");
        assertThat(sandbox.workloadFaults().list()).hasSize(1);
        Http.json("DELETE", base + "/sandbox/api/faults/" + away, "");
        assertThat(sandbox.argoCd().reachability().away()).isEmpty();
        Http.json("DELETE", base + "/sandbox/api/faults", "");
        assertThat(sandbox.workloadFaults().list()).isEmpty();
        assertThat(fault("{\"kind\":\"cluster-away\",\"cluster\":\"moon\"}").body()).contains("cluster must be one of");
    }

    @Test
    void readsTheCommandLineOfAStandaloneSandbox() throws Exception {
        SandboxOptions options = SandboxMain.parse(List.of("--port=0", "--speed", "20", "--fleet=fifty"));
        assertThat(options.port()).isZero();
        assertThat(options.speed()).isEqualTo(20);
        assertThat(options.fleet()).isEqualTo("fifty");
        assertThatThrownBy(() -> SandboxMain.parse(List.of("--sped=1")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("--sped");
    }

    @Test
    void saysWhatIsWrongWithAFault() throws Exception {
        assertThat(fault("{\"kind\":\"earthquake\"}").body()).contains("kind must be one of");
        assertThat(fault("{\"kind\":\"answer\",\"path\":\"slack\"}").body()).contains("path must begin with '/'");
        assertThat(fault("{\"kind\":\"answer\",\"path\":\"/x\",\"status\":200}").body()).contains("status must be");
        assertThat(fault("{\"kind\":\"delay\",\"path\":\"/x\",\"latency\":\"soon\"}").body()).contains("duration");
        assertThat(fault("[1").statusCode()).isEqualTo(400);
    }

    @Test
    void isNotMovedByAPageOfAnotherSite() throws Exception {
        HttpResponse<String> answer = Http.json("POST", base + "/sandbox/api/clock/advance", "{\"by\":\"5m\"}",
                "Origin", "https://elsewhere.example");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void learnsWhereAPortalIs() throws Exception {
        Http.json("POST", base + "/sandbox/api/portals", "{\"url\":\"http://localhost:9999\"}");
        assertThat(sandbox.portal().slackRequests()).hasToString("http://localhost:9999/slack/interactions");
        assertThat(Http.json("POST", base + "/sandbox/api/portals", "{\"url\":\"nowhere\"}").statusCode())
                .isEqualTo(400);
    }
}
