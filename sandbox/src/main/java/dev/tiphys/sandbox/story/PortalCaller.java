package dev.tiphys.sandbox.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.sandbox.people.DemoUser;

/// Calls the portal's JSON API as people of the sandbox, with their API tokens.
final class PortalCaller implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(DEADLINE).build();
    private final URI portal;

    PortalCaller(URI portal) {
        this.portal = portal;
    }

    /// @param status of HTTP
    record Answer(int status, JsonNode body) {

        boolean isGood() {
            return status < 300;
        }

        /// What the portal said about a refusal.
        String words() {
            return body.path("detail").asString("it answered " + status);
        }
    }

    Answer get(DemoUser as, String path) throws InterruptedException {
        return send(as, HttpRequest.newBuilder().GET(), path);
    }

    Answer post(DemoUser as, String path, JsonNode body) throws InterruptedException {
        return send(as, HttpRequest.newBuilder().header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())), path);
    }

    private Answer send(DemoUser as, HttpRequest.Builder request, String path) throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request.uri(URI.create(portal + "/api/v1" + path))
                    .timeout(DEADLINE).header("Authorization", "Bearer " + as.apiToken()).build(),
                    HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), read(answer.body()));
        } catch (IOException failure) {
            throw new StoryBrokenException("The portal at " + portal + " cannot be reached: " + failure.getMessage(),
                    failure);
        }
    }

    private static JsonNode read(String text) {
        try {
            return text.isBlank() ? JsonMapper.shared().createObjectNode() : JsonMapper.shared().readTree(text);
        } catch (JacksonException noJson) {
            throw new StoryBrokenException("The portal answered with something else than JSON.", noJson);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
