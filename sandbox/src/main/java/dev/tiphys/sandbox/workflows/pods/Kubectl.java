package dev.tiphys.sandbox.workflows.pods;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls of the sandbox's own API server over HTTP, with the rights of a service account.
record Kubectl(URI server, String token) {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    JsonNode call(String method, String path, String contentType, String body)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Authorization", "Bearer " + token).header("Accept", "application/json");
        if (body.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", contentType).method(method, BodyPublishers.ofString(body));
        }
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            JsonNode json = answer.body().isBlank()
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(answer.body());
            if (answer.statusCode() / 100 != 2) {
                throw new Refused(answer.statusCode(), json.path("reason").asString("InternalError"),
                        json.path("message").asString("the server answered " + answer.statusCode()));
            }
            return json;
        } catch (IOException | JacksonException away) {
            throw new Refused(503, "ServiceUnavailable", "the server is currently unable to handle the request");
        }
    }

    /// What the API server refused, as kubectl tells it.
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final String reason;

        Refused(int status, String reason, String message) {
            super(message);
            this.status = status;
            this.reason = reason;
        }

        int status() {
            return status;
        }

        String message() {
            return String.valueOf(getMessage());
        }

        String words() {
            return "Error from server (" + reason + "): " + message();
        }
    }
}
