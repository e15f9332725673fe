package dev.tiphys.sandbox.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

class LiveResourcesTest {

    private static final String APP = "/api/v1/applications/checkout-dev";
    private static final String DEPLOYMENT = "namespace=shop&resourceName=checkout&version=v1&group=apps"
            + "&kind=Deployment&project=shop";
    private static final String ROLLOUT = "namespace=shop&resourceName=canary&version=v1alpha1&group=argoproj.io"
            + "&kind=Rollout&project=shop";

    private ArgoCdHarness harness;

    @BeforeEach
    void start() throws Exception {
        harness = new ArgoCdHarness(100);
        harness.runningApplication("checkout-dev");
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private void addRollout(String status) {
        harness.world.store().create("dev", ArgoCdHarness.json("""
                {"apiVersion":"argoproj.io/v1alpha1","kind":"Rollout","metadata":{"name":"canary","namespace":"shop",
                "annotations":{"argocd.argoproj.io/tracking-id":"checkout-dev:argoproj.io/Rollout:shop/canary"}},
                "spec":{"strategy":{"canary":{"steps":[{"setWeight":20},{"pause":{}}]}}}""" + status + "}"));
    }

    private JsonNode rollout() {
        return harness.world.store().get("dev", Kind.ROLLOUT, "shop", "canary");
    }

    @Test
    void drawsTheTreeWithOwnersHealthAndMissingOnes() throws Exception {
        JsonNode tree = harness.read(APP + "/resource-tree?project=shop");
        JsonNode pod = tree.path("nodes").valueStream().filter(node -> node.path("kind").asString().equals("Pod"))
                .findFirst().orElseThrow();
        assertThat(pod.at("/parentRefs/0/kind").asString()).isEqualTo("Deployment");
        assertThat(pod.at("/images/0").asString()).isEqualTo("registry.example/checkout:v4");
        assertThat(pod.at("/health/status").asString()).isEqualTo("Healthy");
        harness.application("payments-dev");
        JsonNode missing = harness.read("/api/v1/applications/payments-dev/resource-tree?project=shop").at("/nodes/0");
        assertThat(missing.at("/health/status").asString()).isEqualTo("Missing");
        assertThat(missing.has("uid")).isFalse();
    }

    @Test
    void comparesDesiredAndLiveAsTexts() throws Exception {
        JsonNode items = harness.read(APP + "/managed-resources?project=shop&kind=Deployment").path("items");
        assertThat(items.size()).isEqualTo(1);
        assertThat(ArgoCdHarness.JSON.readTree(items.at("/0/liveState").asString()).path("kind").asString())
                .isEqualTo("Deployment");
        assertThat(harness.get(APP + "/managed-resources?project=shop&kind=Job").body()).isEqualTo("{}");
        JsonNode manifests = harness.read(APP + "/manifests?project=shop&revision=main");
        assertThat(manifests.path("revision").asString()).matches("[0-9a-f]{40}");
        assertThat(manifests.path("manifests").size()).isEqualTo(2);
    }

    @Test
    void readsAndPatchesOnlyWhatBelongsToTheApplication() throws Exception {
        JsonNode live = harness.read(APP + "/resource?" + DEPLOYMENT);
        assertThat(ArgoCdHarness.JSON.readTree(live.path("manifest").asString()).at("/spec/replicas").asInt())
                .isEqualTo(2);
        HttpResponse<String> stranger = harness.get(APP + "/resource?" + DEPLOYMENT.replace("=checkout", "=other"));
        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(stranger.body()).contains("Deployment apps other not found as part of application checkout-dev");
        HttpResponse<String> incomplete = harness.get(APP + "/resource?resourceName=checkout&project=shop");
        assertThat(incomplete.statusCode()).isEqualTo(500);
        assertThat(incomplete.body()).contains("\"code\":13");
        harness.call("POST", APP + "/resource?" + DEPLOYMENT + "&patchType=application%2Fmerge-patch%2Bjson",
                "\"{\\\"spec\\\":{\\\"replicas\\\":3}}\"");
        assertThat(harness.world.store().get("dev", Kind.DEPLOYMENT, "shop", "checkout").at("/spec/replicas").asInt())
                .isEqualTo(3);
    }

    @Test
    void offersActionsAndRunsDisabledOnesToo() throws Exception {
        addRollout(",\"status\":{\"currentPodHash\":\"a\",\"stableRS\":\"a\",\"currentStepIndex\":0}");
        JsonNode actions = harness.read(APP + "/resource/actions?" + ROLLOUT).path("actions");
        assertThat(actions.size()).isEqualTo(7);
        JsonNode abort = actions.valueStream().filter(action -> action.path("name").asString().equals("abort"))
                .findFirst().orElseThrow();
        assertThat(abort.path("disabled").asBoolean()).isTrue();
        String body = """
                {"namespace":"shop","resourceName":"canary","version":"v1alpha1","group":"argoproj.io",\
                "kind":"Rollout","project":"shop","action":"%s"}""";
        assertThat(harness.call("POST", APP + "/resource/actions/v2", body.formatted("abort")).body()).isEqualTo("{}");
        assertThat(rollout().at("/status/abort").asBoolean()).isTrue();
        assertThat(harness.call("POST", APP + "/resource/actions?" + ROLLOUT, "\"pause\"").body()).isEqualTo("{}");
        assertThat(rollout().at("/spec/paused").asBoolean()).isTrue();
        assertThat(harness.call("POST", APP + "/resource/actions?" + ROLLOUT, "pause").statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = harness.call("POST", APP + "/resource/actions/v2", body.formatted("dance"));
        assertThat(unknown.statusCode()).isEqualTo(500);
        assertThat(unknown.body()).contains("built-in script does not exist").contains("\"code\":2");
    }

    @Test
    void cannotSayWhatARolloutWithoutStatusOffers() throws Exception {
        addRollout("");
        HttpResponse<String> none = harness.get(APP + "/resource/actions?" + ROLLOUT);
        assertThat(none.statusCode()).isEqualTo(500);
        assertThat(none.body()).contains("\"code\":2");
    }

    @Test
    void streamsLogsWithALastEntry() throws Exception {
        HttpResponse<String> logs = harness.get(APP + "/logs?project=shop&podName=checkout-pod&filter=listening");
        assertThat(logs.body().lines().toList()).hasSize(2);
        assertThat(logs.body()).contains("version v4 listening on :8080").contains("\"last\":true");
        assertThat(harness.get(APP + "/logs?project=shop&podName=nothing").body()).isEmpty();
    }

    @Test
    void tellsEventsRevisionsAndWindows() throws Exception {
        JsonNode events = harness.read(APP + "/events?project=shop").path("items");
        assertThat(events.valueStream().map(event -> event.path("reason").asString()))
                .contains("OperationStarted", "OperationCompleted");
        String revision = harness.app("checkout-dev").at("/status/sync/revision").asString();
        assertThat(harness.read(APP + "/revisions/" + revision + "/metadata?project=shop").path("message").asString())
                .isEqualTo("Change the configuration of main");
        assertThat(harness.get(APP + "/revisions/main/metadata?project=shop").statusCode()).isEqualTo(500);
        assertThat(harness.read(APP + "/syncwindows?project=shop").path("canSync").asBoolean()).isTrue();
        harness.world.store().mergePatch(World.HUB, Kind.APP_PROJECT, "argocd", "shop", ArgoCdHarness.json("""
                {"spec":{"syncWindows":[{"kind":"deny","schedule":"* * * * *","duration":"1h","applications":["*"]}]}}
                """));
        assertThat(harness.read(APP + "/syncwindows?project=shop").at("/activeWindows/0/kind").asString())
                .isEqualTo("deny");
        HttpResponse<String> blocked = harness.call("POST", APP + "/sync", "{\"project\":\"shop\"}");
        assertThat(blocked.statusCode()).isEqualTo(403);
        assertThat(blocked.body()).contains("cannot sync: blocked by sync window");
    }

    @Test
    void knowsClustersByTheirApplications() throws Exception {
        harness.addCluster("empty", "\"environment\":\"none\"");
        harness.world.clock().advance(java.time.Duration.ofSeconds(11));
        harness.world.clock().sleep(java.time.Duration.ofSeconds(1));
        JsonNode dev = harness.read("/api/v1/clusters/https%3A%2F%2Fdev.example");
        assertThat(dev.at("/info/connectionState/status").asString()).isEqualTo("Successful");
        assertThat(dev.at("/info/applicationsCount").asInt()).isEqualTo(1);
        assertThat(dev.path("labels").propertyNames()).containsExactly("environment");
        JsonNode empty = harness.read("/api/v1/clusters/empty?id.type=name");
        assertThat(empty.at("/info/connectionState/status").asString()).isEqualTo("Unknown");
        assertThat(empty.at("/info/connectionState/message").asString())
                .isEqualTo("Cluster has no applications and is not being monitored.");
        assertThat(empty.at("/connectionState").has("attemptedAt")).isTrue();
        assertThat(harness.read("/api/v1/clusters").path("items").size()).isEqualTo(3);
        assertThat(harness.get("/api/v1/clusters/nothing").statusCode()).isEqualTo(403);
        harness.argoCd.reachability().cutOff("dev");
        harness.world.clock().advance(java.time.Duration.ofSeconds(11));
        harness.world.clock().sleep(java.time.Duration.ofSeconds(1));
        assertThat(harness.read("/api/v1/clusters?name=dev").at("/items/0/connectionState/status").asString())
                .isEqualTo("Failed");
        assertThat(harness.read("/api/v1/projects?fields=items.metadata.name").toString())
                .isEqualTo("{\"items\":[{\"metadata\":{\"name\":\"shop\"}}]}");
    }
}
