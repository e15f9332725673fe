package dev.tiphys.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.sandbox.contract.Wire.Answer;

/// What the portal relies on in Argo CD's API and changes nothing by asking.
class ArgoCdContractTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final ArgoCdUnderContract argoCd = ArgoCdUnderContract.find();
    private final Wire wire = argoCd.wire();

    @ParameterizedTest
    @CsvSource({"POST, /sync, application/json;charset=UTF-8", "POST, /sync, text/plain",
            "DELETE, /operation, application/json; charset=utf-8", "PATCH, '', application/merge-patch+json"})
    void refusesEveryContentTypeButExactlyJson(String method, String path, String contentType) {
        Answer answer = wire.sendAs(contentType, method, argoCd.path() + path, "{}");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("Invalid content type");
    }

    @Test
    void refusesAWriteWithoutContentType() {
        assertThat(wire.sendBare("DELETE", argoCd.path() + "/operation").status()).isEqualTo(415);
    }

    @Test
    void namesAMissingApplicationOnlyWhereTheProjectIsSaid() {
        Answer named = wire.get("/api/v1/applications/no-such-one?project=" + argoCd.project());
        assertThat(named.status()).isEqualTo(404);
        assertThat(named.code()).isEqualTo(5);
        assertThat(named.message()).isEqualTo("applications.argoproj.io \"no-such-one\" not found")
                .isEqualTo(named.json().text("error"));
        Answer hidden = wire.get("/api/v1/applications/no-such-one");
        assertThat(hidden.status()).isEqualTo(403);
        assertThat(hidden.code()).isEqualTo(7);
        assertThat(hidden.message()).isEqualTo("permission denied");
    }

    @Test
    void tellsABadTokenInTheShapeOfTheCall() throws TimeoutException {
        Wire stranger = wire.withToken("no.such.token");
        Answer unary = stranger.get("/api/v1/applications");
        assertThat(unary.status()).isEqualTo(401);
        assertThat(unary.code()).isEqualTo(16);
        try (Wire.Stream stream = stranger.open("/api/v1/stream/applications", SOON)) {
            assertThat(stream.status()).isEqualTo(401);
            JsonView error = JsonView.parse(stream.frame()).at("error");
            assertThat(error.number(0, "grpc_code")).isEqualTo(16);
            assertThat(error.number(0, "http_code")).isEqualTo(401);
            assertThat(error.text("message")).isNotEmpty();
        }
    }

    @Test
    void answersPlainTextWhereThereIsNoSuchRoute() {
        assertThat(wire.get("/api/v1/no-such-thing")).satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().strip()).isEqualTo("Not Found");
        });
        assertThat(wire.send("PUT", "/api/v1/clusters", "{}").status()).isEqualTo(405);
    }

    @Test
    void writesObjectsWithoutTheirKindAndWithEmptyNestedOnes() {
        JsonView application = wire.get(argoCd.scoped("")).json();
        assertThat(application.at("kind").isPresent()).isFalse();
        assertThat(application.at("apiVersion").isPresent()).isFalse();
        assertThat(application.at("status", "sync", "comparedTo", "destination").node().isObject()).isTrue();
        assertThat(application.text("metadata", "name")).isEqualTo(argoCd.application());
    }

    @Test
    void writesAnEmptyListAsNull() {
        JsonView list = wire.get("/api/v1/applications?selector=tiphys.dev%2Fcontract%3Dno-such-value").json();
        assertThat(list.node().has("items")).isTrue();
        assertThat(list.node().get("items").isNull()).isTrue();
    }

    @Test
    void knowsOnlyTheFieldsOfItsListOnAList() {
        JsonView item = wire.get("/api/v1/applications?projects=" + argoCd.project()
                + "&fields=items.metadata.name,items.metadata.uid,items.status.reconciledAt,items.status.sync.status")
                .json().items("items").findFirst().orElseThrow();
        assertThat(item.text("metadata", "name")).isNotEmpty();
        assertThat(item.text("status", "sync", "status")).isNotEmpty();
        assertThat(item.at("metadata", "uid").isPresent()).isFalse();
        assertThat(item.at("status", "reconciledAt").isPresent()).isFalse();
    }

    @Test
    void knowsEveryFieldOnAStream() throws TimeoutException {
        try (Wire.Stream stream = wire.open(argoCd.stream()
                + "&fields=result.type,result.application.metadata.uid,result.application.status.reconciledAt", SOON)) {
            JsonView result = JsonView.parse(stream.frame()).at("result");
            assertThat(result.text("type")).isEqualTo("ADDED");
            assertThat(result.text("application", "metadata", "uid")).isNotEmpty();
            assertThat(result.instant("application", "status", "reconciledAt")).isNotNull();
            assertThat(result.at("application", "spec").isPresent()).isFalse();
        }
    }

    @Test
    void beginsAStreamWithWhatThereIs() throws TimeoutException {
        try (Wire.Stream stream = wire.open(argoCd.stream(), SOON)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.headers().firstValue("Content-Type")).hasValue("application/json");
            JsonView frame = JsonView.parse(stream.frame());
            assertThat(frame.text("result", "type")).isEqualTo("ADDED");
            assertThat(frame.text("result", "application", "metadata", "name")).isEqualTo(argoCd.application());
        }
    }

    @Test
    void sendsEventsOnlyWhereNothingElseIsAccepted() throws TimeoutException {
        try (Wire.Stream stream = wire.open(argoCd.stream(), SOON, "Accept", "text/event-stream")) {
            assertThat(stream.line()).startsWith("data: {\"result\":{").endsWith(" ");
            assertThat(stream.line()).isEmpty();
            assertThat(stream.line()).isEmpty();
        }
        try (Wire.Stream stream = wire.open(argoCd.stream(), SOON, "Accept", "text/event-stream, */*")) {
            assertThat(stream.line()).startsWith("{\"result\":{");
        }
    }

    @Test
    void sendsNotEvenAHeadBeforeTheFirstEvent() {
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> wire.open(
                "/api/v1/stream/applications?resourceVersion=999999999999", Duration.ofMillis(700)));
    }

    @Test
    void comparesAnewBeforeItAnswersARefresh() {
        JsonView before = wire.get(argoCd.scoped("")).json();
        JsonView after = wire.get(argoCd.scoped("") + "&refresh=normal", "Grpc-Timeout", "60S").json();
        assertThat(after.at("metadata", "annotations", "argocd.argoproj.io/refresh").isPresent()).isFalse();
        assertThat(after.instant("status", "reconciledAt")).isAfterOrEqualTo(before.instant("status", "reconciledAt"));
    }

    @Test
    void endsARefreshAtItsDeadline() {
        Answer answer = wire.get(argoCd.scoped("") + "&refresh=hard", "Grpc-Timeout", "1m");
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.code()).isEqualTo(4);
    }

    @Test
    void callsAMissingRequiredFieldAnInternalError() {
        Answer answer = wire.send("PATCH", argoCd.path(), "{\"project\":\"" + argoCd.project() + "\"}");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo(13);
    }

    @Test
    void refusesJsonThatIsNone() {
        Answer answer = wire.send("POST", argoCd.path() + "/sync", "{\"project\":");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(3);
    }

    @Test
    void givesTheTreeAndItsLiveObjects() {
        JsonView node = wire.get(argoCd.scoped("/resource-tree")).json().items("nodes")
                .filter(found -> !found.text("uid").isEmpty()).findFirst().orElseThrow();
        String query = "&namespace=" + node.text("namespace") + "&resourceName=" + node.text("name") + "&version="
                + node.text("version") + "&group=" + node.text("group") + "&kind=" + node.text("kind");
        String manifest = wire.get(argoCd.scoped("/resource") + query).json().text("manifest");
        assertThat(JsonView.parse(manifest).text("metadata", "name")).isEqualTo(node.text("name"));
        Answer foreign = wire.get(argoCd.scoped("/resource")
                + "&namespace=x&resourceName=no-such-one&version=v1&group=&kind=Secret");
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.code()).isEqualTo(3);
        assertThat(foreign.message()).contains("not found as part of application");
    }

    @Test
    void rendersManifests() {
        assertThat(wire.get(argoCd.scoped("/manifests")).json().texts("manifests")).isNotEmpty()
                .allSatisfy(manifest -> assertThat(JsonView.parse(manifest).text("kind")).isNotEmpty());
    }

    @Test
    void saysWhetherAPersonMaySyncNow() {
        assertThat(wire.get(argoCd.scoped("/syncwindows")).json().at("canSync").node().isBoolean()).isTrue();
    }

    @Test
    void tellsClustersWithTheMomentOfTheLastAttempt() {
        assertThat(wire.get("/api/v1/clusters").json().items("items")).isNotEmpty().allSatisfy(cluster -> {
            assertThat(cluster.text("name")).isNotEmpty();
            assertThat(cluster.text("info", "connectionState", "status")).isIn("Successful", "Failed", "Unknown");
            assertThat(cluster.at("config", "bearerToken").isPresent()).isFalse();
        }).anySatisfy(cluster -> assertThat(cluster.instant("info", "connectionState", "attemptedAt")).isNotNull());
    }

    @Test
    void tellsWhatAnApplicationSetHasMadeAndLeavesAlone() {
        assertThat(wire.get("/api/v1/applicationsets").json().items("items")).allSatisfy(set -> {
            assertThat(set.text("metadata", "name")).isNotEmpty();
            assertThat(set.items("status", "resources")).allSatisfy(made -> assertThat(made.text("name")).isNotEmpty());
            assertThat(set.items("spec", "ignoreApplicationDifferences"))
                    .allSatisfy(rule -> assertThat(rule.texts("jsonPointers").size()
                            + rule.texts("jqPathExpressions").size()).isPositive());
        });
    }

    @Test
    void takesNoBadTokenForAUserAndFailsNot() {
        assertThat(wire.get("/api/v1/session/userinfo").json().flag("loggedIn")).isTrue();
        Answer stranger = wire.withToken("no.such.token").get("/api/v1/session/userinfo");
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.body().strip()).isEqualTo("{}");
    }

    @Test
    void writesItsVersionCapitalised() {
        assertThat(wire.withToken("").get("/api/version").json().text("Version")).startsWith("v");
    }
}
