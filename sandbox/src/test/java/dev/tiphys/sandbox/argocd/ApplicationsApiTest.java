package dev.tiphys.sandbox.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

class ApplicationsApiTest {

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
    void takesNoContentTypeButJsonAlone() throws Exception {
        harness.application("checkout-dev");
        String path = "/api/v1/applications/checkout-dev/sync";
        HttpResponse<String> charset = harness.send(harness.request(path)
                .header("Content-Type", "application/json;charset=UTF-8").POST(BodyPublishers.ofString("{}")));
        assertThat(charset.statusCode()).isEqualTo(415);
        assertThat(charset.body()).isEqualTo("Invalid content type");
        assertThat(harness.send(harness.request(path).POST(BodyPublishers.noBody())).statusCode()).isEqualTo(415);
        assertThat(harness.send(harness.request("/api/v1/applications/checkout-dev").DELETE()).statusCode())
                .isEqualTo(415);
    }

    @Test
    void answersUnknownPathsAndMethodsWithText() throws Exception {
        HttpResponse<String> unknown = harness.get("/api/v1/nothing");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("Not Found");
        HttpResponse<String> wrong = harness.call("PUT", "/api/version", "{}");
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.body()).isEqualTo("Method Not Allowed");
        assertThat(harness.get("/healthz").body()).isEqualTo("ok");
    }

    @Test
    void listsNothingAsNull() throws Exception {
        HttpResponse<String> list = harness.get("/api/v1/applications");
        assertThat(list.body()).contains("\"items\":null").contains("\"resourceVersion\"");
        assertThat(list.headers().firstValue("Grpc-Metadata-Content-Type")).contains("application/grpc");
    }

    @Test
    void showsApplicationsWithoutTypeAndWithEmptyObjects() throws Exception {
        harness.runningApplication("checkout-dev");
        JsonNode listed = harness.read("/api/v1/applications?projects=shop").at("/items/0");
        assertThat(listed.has("kind")).isFalse();
        assertThat(listed.has("apiVersion")).isFalse();
        assertThat(listed.at("/status/sourceHydrator").isObject()).isTrue();
        assertThat(listed.at("/status/operationState/operation/retry").isObject()).isTrue();
        assertThat(listed.at("/status/resources/0").has("health")).isFalse();
        JsonNode got = harness.read("/api/v1/applications/checkout-dev?project=shop");
        assertThat(got.at("/status/resources/1/health/status").asString()).isEqualTo("Healthy");
        assertThat(got.at("/status/summary/images/0").asString()).isEqualTo("registry.example/checkout:v4");
    }

    @Test
    void picksOnlyTheKnownFieldsOfAList() throws Exception {
        harness.runningApplication("checkout-dev");
        JsonNode item = harness.read("/api/v1/applications?fields=items.metadata.name,items.metadata.labels,"
                + "items.metadata.uid,items.status.reconciledAt,items.status.operationState.operation.sync,"
                + "items.operation.sync").at("/items/0");
        assertThat(item.at("/metadata").propertyNames()).containsExactlyInAnyOrder("name", "labels");
        assertThat(item.at("/metadata/labels").isNull()).isTrue();
        assertThat(item.at("/operation/sync").isNull()).isTrue();
        assertThat(item.at("/status").has("reconciledAt")).isFalse();
        assertThat(item.at("/status/operationState/operation/sync").has("resources")).isTrue();
        HttpResponse<String> clash = harness.get("/api/v1/applications?fields=items.spec,items.spec.source");
        assertThat(clash.statusCode()).isEqualTo(500);
    }

    @Test
    void filtersByNameSelectorAndProject() throws Exception {
        harness.application("checkout-dev");
        harness.application("payments-dev");
        harness.world.store().mergePatch(World.HUB, Kind.APPLICATION, "argocd", "checkout-dev",
                ArgoCdHarness.json("{\"metadata\":{\"labels\":{\"team\":\"shop\"}}}"));
        assertThat(harness.read("/api/v1/applications").path("items").size()).isEqualTo(2);
        assertThat(harness.read("/api/v1/applications?selector=team%3Dshop").path("items").size()).isEqualTo(1);
        assertThat(harness.read("/api/v1/applications?selector=team%20notin%20(shop,x)").path("items").size())
                .isEqualTo(1);
        assertThat(harness.read("/api/v1/applications?name=payments-dev").at("/items/0/metadata/name").asString())
                .isEqualTo("payments-dev");
        assertThat(harness.read("/api/v1/applications?projects=other").path("items").isNull()).isTrue();
        assertThat(harness.get("/api/v1/applications?selector=a%20b%20c").statusCode()).isEqualTo(500);
    }

    @Test
    void hidesApplicationsByProject() throws Exception {
        harness.application("checkout-dev");
        harness.argoCd.tokens().register("a.b.c", "guest",
                Policy.parse("p, guest, applications, get, shop/*, allow"));
        assertRefused("/api/v1/applications/nothing", 403, "permission denied\"");
        assertRefused("/api/v1/applications/nothing?project=shop", 404,
                "applications.argoproj.io \\\"nothing\\\" not found");
        assertRefused("/api/v1/applications/checkout-dev?project=other", 403,
                "permission denied: applications, get, other/checkout-dev, sub: guest, iat: 2026-");
        harness.argoCd.tokens().register("a.b.c", "guest", Policy.ADMIN);
        assertRefused("/api/v1/applications/checkout-dev?project=other", 404, "not found");
    }

    private void assertRefused(String path, int status, String message) throws Exception {
        HttpResponse<String> answer = harness.send(harness.request(path).setHeader("Authorization", "Bearer a.b.c"));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(message);
    }

    @Test
    void wantsATokenOfThreePartsThatItKnows() throws Exception {
        for (String header : new String[]{"Bearer plain", "bearer a.b.c", "Bearer x.y.z"}) {
            HttpResponse<String> answer = harness
                    .send(harness.request("/api/v1/applications").setHeader("Authorization", header));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("\"code\":16").contains("session");
        }
    }

    @Test
    void refreshBlocksUntilTheControllerHasCompared() throws Exception {
        harness.runningApplication("checkout-dev");
        String before = harness.app("checkout-dev").at("/status/reconciledAt").asString();
        harness.world.clock().advance(java.time.Duration.ofSeconds(2));
        JsonNode refreshed = harness.read("/api/v1/applications/checkout-dev?project=shop&refresh=");
        assertThat(refreshed.at("/status/reconciledAt").asString()).isGreaterThan(before);
        assertThat(refreshed.at("/metadata/annotations").has("argocd.argoproj.io/refresh")).isFalse();
    }

    @Test
    void givesUpARefreshAtTheGrpcTimeout() throws Exception {
        harness.application("checkout-dev");
        harness.world.clock().setSpeed(0);
        HttpResponse<String> late = harness.send(harness.request("/api/v1/applications/checkout-dev?refresh=normal")
                .header("Grpc-Timeout", "100m"));
        assertThat(late.statusCode()).isEqualTo(504);
        assertThat(late.body()).contains("\"code\":4");
    }

    @Test
    void keepsOnlySpecAndLabelsOfAPatch() throws Exception {
        harness.application("checkout-dev");
        harness.call("PATCH", "/api/v1/applications/checkout-dev", """
                {"project":"shop","patchType":"merge","patch":"{\\"spec\\":{\\"source\\":{\\"path\\":\\"other\\"}},\
                \\"metadata\\":{\\"labels\\":{\\"a\\":\\"b\\"}},\\"operation\\":{\\"sync\\":{}},\
                \\"status\\":{\\"x\\":1}}"}""");
        JsonNode stored = harness.app("checkout-dev");
        assertThat(stored.at("/spec/source/path").asString()).isEqualTo("other");
        assertThat(stored.at("/metadata/labels/a").asString()).isEqualTo("b");
        assertThat(stored.has("operation")).isFalse();
        assertThat(stored.path("status").has("x")).isFalse();
        harness.call("PATCH", "/api/v1/applications/checkout-dev", """
                {"project":"shop","patchType":"json",\
                "patch":"[{\\"op\\":\\"replace\\",\\"path\\":\\"/spec/source/path\\",\\"value\\":\\"again\\"}]"}""");
        assertThat(harness.app("checkout-dev").at("/spec/source/path").asString()).isEqualTo("again");
    }

    @Test
    void refusesASpecThatCannotBeRendered() throws Exception {
        harness.application("checkout-dev");
        HttpResponse<String> broken = harness.call("PATCH", "/api/v1/applications/checkout-dev",
                "{\"patchType\":\"merge\",\"patch\":\"{\\\"spec\\\":{\\\"source\\\":{\\\"path\\\":\\\"broken\\\"}}}\"}");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("application spec for checkout-dev is invalid").contains("\"code\":3");
        HttpResponse<String> type = harness.call("PATCH", "/api/v1/applications/checkout-dev",
                "{\"patchType\":\"strategic\",\"patch\":\"{}\"}");
        assertThat(type.body()).contains("\"code\":3");
        HttpResponse<String> missing = harness.call("PATCH", "/api/v1/applications/checkout-dev", "{\"patch\":\"{}\"}");
        assertThat(missing.body()).contains("\"code\":13");
    }

    @Test
    void deletesWithWhatIsLiveOnlyInCascade() throws Exception {
        harness.runningApplication("checkout-dev");
        harness.runningApplication("payments-dev");
        harness.call("DELETE", "/api/v1/applications/checkout-dev?project=shop", "");
        harness.call("DELETE", "/api/v1/applications/payments-dev?project=shop&cascade=false", "");
        while (harness.world.store().find(World.HUB, Kind.APPLICATION, "argocd", "checkout-dev").isPresent()) {
            harness.world.clock().sleep(java.time.Duration.ofMillis(100));
        }
        assertThat(harness.world.store().list("dev", Kind.DEPLOYMENT, "shop"))
                .extracting(found -> found.at("/metadata/name").asString()).containsExactly("payments");
    }

    @Test
    void saysWhoIsCallingAndWhatItIs() throws Exception {
        assertThat(harness.read("/api/version").at("/Version").asString()).isEqualTo("v3.5.1+109ca7c");
        assertThat(harness.read("/api/v1/session/userinfo").at("/username").asString()).isEqualTo("portal");
        HttpResponse<String> bad = harness
                .send(harness.request("/api/v1/session/userinfo").setHeader("Authorization", "Bearer x.y.z"));
        assertThat(bad.statusCode()).isEqualTo(200);
        assertThat(bad.body()).isEqualTo("{}");
        harness.argoCd.tokens().addUser("admin", "secret", Policy.ADMIN);
        HttpResponse<String> wrong = harness.call("POST", "/api/v1/session",
                "{\"username\":\"admin\",\"password\":\"x\"}");
        assertThat(wrong.statusCode()).isEqualTo(401);
        String token = harness.post("/api/v1/session", "{\"username\":\"admin\",\"password\":\"secret\"}")
                .path("token").asString();
        harness.world.clock().advance(java.time.Duration.ofHours(24).minusMinutes(3));
        HttpResponse<String> soonOver = harness
                .send(harness.request("/api/v1/applications").setHeader("Authorization", "Bearer " + token));
        assertThat(soonOver.headers().firstValue("Grpc-Metadata-Renew-Token")).isPresent();
        assertThat(harness.read("/api/v1/account/can-i/applications/sync/shop/checkout-dev").path("value").asString())
                .isEqualTo("yes");
        assertThat(harness.read("/api/v1/account/can-i/applications/action/shop/x").path("value").asString())
                .isEqualTo("no");
    }
}
