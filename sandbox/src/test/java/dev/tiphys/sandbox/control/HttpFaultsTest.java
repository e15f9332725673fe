package dev.tiphys.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tiphys.sandbox.http.SandboxServer;

class HttpFaultsTest {

    private final HttpFaults faults = new HttpFaults(Clock.systemUTC());
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private SandboxServer server;

    @BeforeEach
    void start() throws Exception {
        server = new SandboxServer(InetAddress.getLoopbackAddress(), 0);
        server.intercept(faults);
        server.mount("/stream", request -> {
            try (OutputStream stream = request.stream(200, "text/event-stream")) {
                while (true) {
                    stream.write((events.take() + "\n").getBytes(StandardCharsets.UTF_8));
                    stream.flush();
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private BufferedReader open(HttpClient client) throws Exception {
        events.add("hello");
        HttpRequest request = HttpRequest.newBuilder(server.baseUri().resolve("/stream")).build();
        BufferedReader reader = new BufferedReader(new java.io.InputStreamReader(
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
        assertThat(reader.readLine()).isEqualTo("hello");
        return reader;
    }

    @Test
    void losesWholeEventsWhileTheStreamStaysOpen() throws Exception {
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        AtomicBoolean loses = new AtomicBoolean(true);
        try (TrackedStream stream = new TrackedStream("/stream", client, loses::get, closed -> {
        })) {
            stream.write("lost".getBytes(StandardCharsets.UTF_8));
            stream.flush();
            loses.set(false);
            stream.write("kept".getBytes(StandardCharsets.UTF_8));
            stream.flush();
        }
        assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo("kept");
    }

    @Test
    void cutsTheOpenStreamsOfAPath() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient(); BufferedReader stream = open(client)) {
            assertThat(faults.cutStreams(PathPattern.of("/elsewhere"))).isZero();
            assertThat(faults.cutStreams(PathPattern.of("/str*"))).isEqualTo(1);
            assertThat(ended(stream)).isTrue();
        }
    }

    private static boolean ended(BufferedReader stream) {
        try {
            return stream.readLine() == null;
        } catch (java.io.IOException broken) {
            return true;
        }
    }
}
