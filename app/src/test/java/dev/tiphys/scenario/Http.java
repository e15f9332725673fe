package dev.tiphys.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of one system by one caller.
///
/// @param base the address before every path
/// @param headers sent with every request
public record Http(URI base, Map<String, String> headers) {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();

    public Http {
        headers = Map.copyOf(headers);
    }

    /// A caller with a bearer token.
    public static Http as(URI base, String token) {
        return new Http(base, Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    }

    public Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    /// @param more further headers, name after name and value
    public Answer post(String path, String body, String... more) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), more);
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, HttpRequest.BodyPublishers.ofString(body));
    }

    public Answer put(String path, String body) {
        return send("PUT", path, HttpRequest.BodyPublishers.ofString(body));
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        headers.forEach((name, value) -> all.addAll(List.of(name, value)));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30))
                .method(method, body);
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + path + " was not answered", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + method + " " + path, stopped);
        }
    }

    /// The body of a success, as it is.
    public byte[] bytes(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException broken) {
            throw new UncheckedIOException(path + " was not answered", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + path, stopped);
        }
    }

    /// What was answered.
    public record Answer(int status, String type, String text) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        /// The sentence of a refusal.
        public String detail() {
            return json().path("detail").asString("");
        }

        /// The JSON of a success; anything else ends the test with what was said.
        public JsonNode good() {
            if (status >= 300) {
                throw new AssertionError("refused with " + status + ": " + text);
            }
            return json();
        }
    }
}
