package dev.tiphys.sandbox.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

class ApplicationStreamTest {

    private static final String STREAM = "/api/v1/stream/applications";

    private ArgoCdHarness harness;

    @BeforeEach
    void start() throws Exception {
        harness = new ArgoCdHarness(1);
        harness.world.clock().setSpeed(0);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private CompletableFuture<HttpResponse<InputStream>> open(String path, String accept) {
        return harness.http().sendAsync(harness.request(path).header("Accept", accept).build(),
                BodyHandlers.ofInputStream());
    }

    private void awaitStream() throws InterruptedException {
        while (harness.argoCd.feed().openStreams() == 0) {
            Thread.onSpinWait();
        }
    }

    private static BufferedReader reader(CompletableFuture<HttpResponse<InputStream>> response) {
        return new BufferedReader(new InputStreamReader(response.join().body(), StandardCharsets.UTF_8));
    }

    private void label(String value) {
        harness.world.store().mergePatch(World.HUB, Kind.APPLICATION, "argocd", "checkout-dev",
                ArgoCdHarness.json("{\"metadata\":{\"labels\":{\"step\":\"" + value + "\"}}}"));
    }

    private static JsonNode next(BufferedReader lines) throws IOException {
        return ArgoCdHarness.JSON.readTree(lines.readLine());
    }

    @Test
    void beginsWithASnapshotAndGoesOn() throws Exception {
        harness.application("checkout-dev");
        var response = open(STREAM, "application/json");
        try (BufferedReader lines = reader(response)) {
            JsonNode added = next(lines);
            assertThat(added.at("/result/type").asString()).isEqualTo("ADDED");
            assertThat(added.at("/result/application/metadata/name").asString()).isEqualTo("checkout-dev");
            assertThat(added.at("/result/application").has("kind")).isFalse();
            awaitStream();
            label("a");
            assertThat(next(lines).at("/result/type").asString()).isEqualTo("MODIFIED");
            harness.world.store().delete(World.HUB, Kind.APPLICATION, "argocd", "checkout-dev");
            assertThat(next(lines).at("/result/type").asString()).isEqualTo("DELETED");
        }
    }

    @Test
    void sendsNotAByteBeforeTheFirstEvent() throws Exception {
        harness.application("checkout-dev");
        var response = open(STREAM + "?resourceVersion=" + harness.world.store().resourceVersion(),
                "text/event-stream");
        awaitStream();
        assertThat(response.isDone()).isFalse();
        label("a");
        try (BufferedReader lines = reader(response)) {
            assertThat(lines.readLine()).startsWith("data: {\"result\":{\"type\":\"MODIFIED\"").endsWith("}} ");
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEmpty();
        }
        assertThat(response.join().headers().firstValue("Content-Type")).contains("text/event-stream");
    }

    @Test
    void isPlainUnlessEventsAloneAreAccepted() throws Exception {
        harness.application("checkout-dev");
        var response = open(STREAM, "text/event-stream, */*");
        try (BufferedReader lines = reader(response)) {
            assertThat(lines.readLine()).startsWith("{\"result\"");
        }
        assertThat(response.join().headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void filtersAnyFieldAndKeepsRepetitionsBack() throws Exception {
        harness.application("checkout-dev");
        var response = open(STREAM + "?fields=result.type,result.application.metadata.name,"
                + "result.application.metadata.labels.step", "application/json");
        try (BufferedReader lines = reader(response)) {
            assertThat(lines.readLine()).isEqualTo(
                    "{\"result\":{\"type\":\"ADDED\",\"application\":{\"metadata\":{\"name\":\"checkout-dev\"}}}}");
            awaitStream();
            label("a");
            harness.world.store().mergePatch(World.HUB, Kind.APPLICATION, "argocd", "checkout-dev",
                    ArgoCdHarness.json("{\"metadata\":{\"labels\":{\"unseen\":\"x\"}}}"));
            label("b");
            assertThat(next(lines).at("/result/application/metadata/labels/step").asString()).isEqualTo("a");
            assertThat(next(lines).at("/result/application/metadata/labels/step").asString()).isEqualTo("b");
        }
    }

    @Test
    void endsWhenDroppedAndLosesEventsWhenTold() throws Exception {
        harness.application("checkout-dev");
        var response = open(STREAM, "application/json");
        try (BufferedReader lines = reader(response)) {
            next(lines);
            awaitStream();
            harness.argoCd.feed().loseEvents(1);
            label("lost");
            label("seen");
            assertThat(next(lines).at("/result/application/metadata/labels/step").asString()).isEqualTo("seen");
            harness.argoCd.feed().dropStreams();
            assertThat(lines.readLine()).isNull();
        }
    }

    @Test
    void refusesInTheShapeOfAStream() throws Exception {
        HttpResponse<String> refused = harness
                .send(harness.request(STREAM).setHeader("Authorization", "Bearer nothing"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo("{\"error\":{\"grpc_code\":16,\"http_code\":401,\"message\":"
                + "\"no session information\",\"http_status\":\"Unauthorized\"}}");
    }
}
