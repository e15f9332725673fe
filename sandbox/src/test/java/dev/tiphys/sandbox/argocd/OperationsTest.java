package dev.tiphys.sandbox.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

class OperationsTest {

    private static final String SYNC = "/api/v1/applications/checkout-dev/sync";

    private ArgoCdHarness harness;

    @BeforeEach
    void start() throws Exception {
        harness = new ArgoCdHarness(100);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void walksTheStatesThatAWatcherOfTheRealControllerSees() throws Exception {
        harness.runningApplication("checkout-dev");
        List<JsonNode> seen = new CopyOnWriteArrayList<>();
        harness.world.store().watch(World.HUB, Kind.APPLICATION, event -> seen.add(event.object()));
        harness.call("PATCH", "/api/v1/applications/checkout-dev", """
                {"project":"shop","patchType":"merge","patch":"{\\"spec\\":{\\"source\\":{\\"kustomize\\":
                {\\"images\\":[\\"registry.example/checkout:v5\\"]}}}}"}""".replace("\n", ""));
        harness.post(SYNC, "{\"project\":\"shop\",\"infos\":[{\"name\":\"tiphys.dev/attempt\",\"value\":\"a-1\"}]}");
        harness.await("checkout-dev", app -> app.at("/status/summary/images/0").asString("").endsWith(":v5")
                && app.at("/status/health/status").asString("").equals("Healthy"));

        assertThat(phases(seen)).containsSubsequence("requested", "Running", "Running+result", "Running+history",
                "Succeeded");
        JsonNode done = harness.app("checkout-dev");
        assertThat(done.has("operation")).isFalse();
        assertThat(done.at("/status/operationState/operation/info/0/value").asString()).isEqualTo("a-1");
        assertThat(done.at("/status/operationState/syncResult/source/kustomize/images/0").asString())
                .isEqualTo("registry.example/checkout:v5");
        assertThat(done.at("/status/operationState/syncResult/revision").asString()).matches("[0-9a-f]{40}");
        assertThat(done.at("/status/reconciledAt").asString())
                .isGreaterThanOrEqualTo(done.at("/status/operationState/finishedAt").asString());
    }

    private static List<String> phases(List<JsonNode> seen) {
        List<String> phases = new ArrayList<>();
        for (JsonNode app : seen) {
            JsonNode state = app.at("/status/operationState");
            if (app.has("operation") && !state.isObject()) {
                phases.add("requested");
            } else if (state.path("phase").asString("").equals("Running")) {
                String more = state.has("syncResult") ? "+result" : "";
                phases.add("Running" + (app.at("/status/history").size() > 1 ? "+history" : more));
            } else {
                phases.add(state.path("phase").asString(""));
            }
        }
        return phases;
    }

    @Test
    void answersASyncWithTheOperationAndWithoutItsState() throws Exception {
        harness.runningApplication("checkout-dev");
        JsonNode answer = harness.post(SYNC, "{\"project\":\"shop\"}");
        assertThat(answer.at("/operation/sync/revision").asString()).matches("[0-9a-f]{40}");
        assertThat(answer.at("/operation/initiatedBy/username").asString()).isEqualTo("portal");
        assertThat(answer.path("status").has("operationState")).isFalse();
    }

    @Test
    void refusesASecondOperationWithCodeNine() throws Exception {
        harness.application("checkout-dev");
        harness.world.clock().setSpeed(1);
        harness.post(SYNC, "");
        HttpResponse<String> second = harness.call("POST", SYNC, "{\"project\":\"shop\"}");
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).isEqualTo("{\"error\":\"another operation is already in progress\",\"code\":9,"
                + "\"message\":\"another operation is already in progress\"}");
    }

    @Test
    void terminatesOnlyWhatHasBeenPickedUp() throws Exception {
        harness.application("checkout-dev");
        harness.world.clock().setSpeed(0);
        harness.world.store().update(World.HUB, Kind.APPLICATION, "argocd", "checkout-dev",
                app -> app.putObject("operation").putObject("sync"));
        HttpResponse<String> early = harness.call("DELETE", "/api/v1/applications/checkout-dev/operation?project=shop",
                "");
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(early.body()).contains("Unable to terminate operation. No operation is in progress");
        harness.world.clock().advance(java.time.Duration.ofMillis(600));
        harness.world.clock().setSpeed(1);
        harness.awaitPhase("checkout-dev", "Running");
        harness.call("DELETE", "/api/v1/applications/checkout-dev/operation?project=shop", "");
        harness.world.clock().setSpeed(100);
        JsonNode ended = harness.awaitPhase("checkout-dev", "Failed");
        assertThat(ended.at("/status/operationState/message").asString()).isEqualTo("Operation terminated");
        assertThat(ended.has("operation")).isFalse();
    }

    @Test
    void showsARetryAsRunningWithAnEnd() throws Exception {
        harness.application("checkout-dev");
        harness.argoCd.reachability().cutOff("dev");
        harness.post(SYNC, "{\"retryStrategy\":{\"limit\":1,\"backoff\":{\"duration\":\"3m\"}}}");
        JsonNode waiting = harness.await("checkout-dev", app -> app.at("/status/operationState").has("finishedAt"));
        assertThat(waiting.at("/status/operationState/phase").asString()).isEqualTo("Running");
        assertThat(waiting.at("/status/operationState/retryCount").asInt()).isEqualTo(1);
        harness.argoCd.reachability().restore("dev");
        assertThat(harness.awaitPhase("checkout-dev", "Succeeded").at("/status/operationState/retryCount").asInt())
                .isEqualTo(1);
    }

    @Test
    void failsOnAClusterThatIsAwayAndSaysUnknown() throws Exception {
        harness.runningApplication("checkout-dev");
        harness.argoCd.reachability().cutOff("dev");
        harness.post(SYNC, "");
        JsonNode failed = harness.awaitPhase("checkout-dev", "Error");
        assertThat(failed.at("/status/operationState/message").asString()).contains("i/o timeout");
        JsonNode unknown = harness.awaitHealth("checkout-dev", "Unknown");
        assertThat(unknown.at("/status/conditions/0/type").asString()).isEqualTo("ComparisonError");
        harness.argoCd.reachability().restore("dev");
        harness.awaitHealth("checkout-dev", "Healthy");
        assertThat(harness.app("checkout-dev").at("/status").has("conditions")).isFalse();
    }

    @Test
    void waitsForEachOfSeveralWaves() throws Exception {
        harness.application("checkout-dev", "\"path\":\"waves\"", "");
        List<String> messages = new CopyOnWriteArrayList<>();
        harness.world.store().watch(World.HUB, Kind.APPLICATION,
                event -> messages.add(event.object().at("/status/operationState/message").asString("")));
        harness.post(SYNC, "");
        harness.awaitPhase("checkout-dev", "Succeeded");
        assertThat(messages).contains("waiting for healthy state of apps/Deployment/checkout");
    }

    @Test
    void syncsByItselfAndHealsWithAutoSync() throws Exception {
        harness.application("checkout-dev", "\"path\":\"checkout\"",
                ",\"syncPolicy\":{\"automated\":{\"selfHeal\":true}}");
        harness.awaitHealth("checkout-dev", "Healthy");
        HttpResponse<String> other = harness.call("POST", SYNC, "{\"revision\":\"v9\"}");
        assertThat(other.body()).contains("auto-sync currently set to main").contains("\"code\":9");
        harness.await("checkout-dev", app -> app.at("/status/sync/status").asString("").equals("Synced"));
        harness.world.store().mergePatch("dev", Kind.DEPLOYMENT, "shop", "checkout",
                ArgoCdHarness.json("{\"spec\":{\"replicas\":5}}"));
        harness.await("checkout-dev", app -> app.at("/status/history").size() == 2);
        assertThat(harness.world.store().get("dev", Kind.DEPLOYMENT, "shop", "checkout").at("/spec/replicas").asInt())
                .isEqualTo(2);
    }

    @Test
    void rollsBackToADeploymentOfTheHistory() throws Exception {
        harness.runningApplication("checkout-dev");
        HttpResponse<String> unknown = harness.call("POST", "/api/v1/applications/checkout-dev/rollback",
                "{\"id\":77,\"project\":\"shop\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        HttpResponse<String> missing = harness.call("POST", "/api/v1/applications/checkout-dev/rollback", "{}");
        assertThat(missing.statusCode()).isEqualTo(500);
        assertThat(missing.body()).contains("required field \\\"id\\\" not set").contains("\"code\":13");
        harness.post("/api/v1/applications/checkout-dev/rollback", "{\"id\":0,\"project\":\"shop\"}");
        harness.await("checkout-dev", app -> app.at("/status/history").size() == 2);
    }
}
