package dev.tiphys.sandbox.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

class ApplicationSetTest {

    private static final String GENERATORS = """
            [{"clusters":{"selector":{"matchLabels":{"environment":"dev"}},"values":{"ns":"shop-{{.name}}"}}}]""";
    private static final String IMAGES = "/spec/source/kustomize/images/0";

    private ArgoCdHarness harness;

    @BeforeEach
    void start() throws Exception {
        harness = new ArgoCdHarness(100);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private static String spec(String generators, String more) {
        return "{\"goTemplate\":true,\"goTemplateOptions\":[\"missingkey=error\"],\"generators\":" + generators + more
                + """
                        ,"template":{"metadata":{"name":"checkout-{{ .metadata.labels.environment }}",
                        "labels":{"team":"shop"}},"spec":{"project":"shop","source":{"repoURL":"https://git.example/shop",
                        "path":"checkout","targetRevision":"main"},
                        "destination":{"name":"{{.name}}","namespace":"{{ .values.ns | upper | lower }}"}}}}""";
    }

    private JsonNode awaitChild() throws InterruptedException {
        while (harness.world.store().find(World.HUB, Kind.APPLICATION, "argocd", "checkout-dev").isEmpty()) {
            harness.world.clock().sleep(Duration.ofMillis(100));
        }
        return harness.app("checkout-dev");
    }

    private void override() throws Exception {
        harness.call("PATCH", "/api/v1/applications/checkout-dev", """
                {"project":"shop","patchType":"merge","patch":"{\\"spec\\":{\\"source\\":{\\"kustomize\\":\
                {\\"images\\":[\\"registry.example/checkout:v5\\"]}}}}"}""");
    }

    @Test
    void makesAnApplicationForEachSelectedCluster() throws Exception {
        harness.create("ApplicationSet", "checkout", "\"spec\":" + spec(GENERATORS, ""));
        JsonNode child = awaitChild();
        assertThat(child.at("/spec/destination/namespace").asString()).isEqualTo("shop-dev");
        assertThat(child.at("/metadata/finalizers/0").asString())
                .isEqualTo("resources-finalizer.argocd.argoproj.io");
        assertThat(child.at("/metadata/ownerReferences/0/name").asString()).isEqualTo("checkout");
    }

    @Test
    void revertsWhatOthersChangeInItsApplications() throws Exception {
        harness.create("ApplicationSet", "checkout", "\"spec\":" + spec(GENERATORS, ""));
        awaitChild();
        override();
        harness.await("checkout-dev", app -> app.at(IMAGES).isMissingNode());
    }

    @Test
    void leavesAloneWhatItIsToldToIgnore() throws Exception {
        harness.create("ApplicationSet", "checkout", "\"spec\":" + spec(GENERATORS, """
                ,"ignoreApplicationDifferences":[{"jsonPointers":["/spec/source/kustomize/images"]}]"""));
        awaitChild();
        override();
        harness.world.store().mergePatch(World.HUB, Kind.APPLICATION, "argocd", "checkout-dev",
                ArgoCdHarness.json("{\"metadata\":{\"labels\":{\"team\":\"other\"}}}"));
        JsonNode child = harness.await("checkout-dev",
                app -> app.at("/metadata/labels/team").asString("").equals("shop"));
        assertThat(child.at(IMAGES).asString()).isEqualTo("registry.example/checkout:v5");
    }

    @Test
    void followsClustersThatComeAndGo() throws Exception {
        harness.create("ApplicationSet", "checkout", "\"spec\":" + spec(GENERATORS, ""));
        awaitChild();
        harness.world.store().delete(World.HUB, Kind.SECRET, "argocd", "dev-cluster");
        while (harness.world.store().find(World.HUB, Kind.APPLICATION, "argocd", "checkout-dev").isPresent()) {
            harness.world.clock().sleep(Duration.ofMillis(100));
        }
    }

    @Test
    void triesOutWithoutStoring() throws Exception {
        String set = "{\"metadata\":{\"name\":\"checkout\"},\"spec\":" + spec(GENERATORS, "") + "}";
        JsonNode preview = harness.post("/api/v1/applicationsets/generate", "{\"applicationSet\":" + set + "}");
        assertThat(preview.at("/applications/0/metadata/name").asString()).isEqualTo("checkout-dev");
        JsonNode dry = harness.post("/api/v1/applicationsets?dryRun=true", set);
        assertThat(dry.at("/status/resources/0/name").asString()).isEqualTo("checkout-dev");
        assertThat(harness.read("/api/v1/applicationsets").path("items").isNull()).isTrue();
    }

    @Test
    void storesAndReplacesOnlyWithUpsert() throws Exception {
        String set = "{\"metadata\":{\"name\":\"checkout\"},\"spec\":" + spec(GENERATORS, "") + "}";
        assertThat(harness.call("POST", "/api/v1/applicationsets", set).statusCode()).isEqualTo(200);
        assertThat(harness.call("POST", "/api/v1/applicationsets", set).statusCode()).isEqualTo(200);
        String other = set.replace("\"main\"", "\"next\"");
        HttpResponse<String> refused = harness.call("POST", "/api/v1/applicationsets", other);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"code\":3");
        assertThat(harness.call("POST", "/api/v1/applicationsets?upsert=true", other).statusCode()).isEqualTo(200);
        HttpResponse<String> missing = harness.get("/api/v1/applicationsets/nothing");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("error getting ApplicationSet: applicationset.argoproj.io");
        HttpResponse<String> templated = harness.call("POST", "/api/v1/applicationsets",
                set.replace("\"project\":\"shop\"", "\"project\":\"{{.name}}\""));
        assertThat(templated.statusCode()).isEqualTo(500);
        assertThat(harness.call("DELETE", "/api/v1/applicationsets/checkout", "").body()).isEqualTo("{}");
    }

    @Test
    void combinesListAndClusters() throws Exception {
        String matrix = """
                [{"matrix":{"generators":[{"clusters":{"selector":{"matchExpressions":[{"key":"environment",\
                "operator":"In","values":["dev"]}]},"values":{"ns":"x"}}},{"list":{"elements":[{"a":"1"},{"a":"2"}]}}]}}]""";
        JsonNode preview = harness.post("/api/v1/applicationsets/generate",
                "{\"applicationSet\":{\"metadata\":{\"name\":\"c\"},\"spec\":"
                        + spec(matrix, "").replace("checkout-{{", "checkout-{{.a}}-{{") + "}}");
        assertThat(preview.path("applications").size()).isEqualTo(2);
        HttpResponse<String> unknown = harness.call("POST", "/api/v1/applicationsets/generate",
                "{\"applicationSet\":{\"metadata\":{\"name\":\"c\"},\"spec\":" + spec("[{\"git\":{}}]", "") + "}}");
        assertThat(unknown.statusCode()).isEqualTo(500);
        assertThat(unknown.body()).contains("not git");
    }
}
