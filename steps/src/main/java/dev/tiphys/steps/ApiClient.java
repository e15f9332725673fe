package dev.tiphys.steps;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.tiphys.argo.json.JsonView;

/// Calls one API. What may be asked twice is tried three times when no usable answer comes.
final class ApiClient {

    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();

    private final Pod pod;
    private final URI base;
    private final String token;
    private final HttpClient client;

    ApiClient(Pod pod, URI base, String token) {
        this(pod, base, token, CLIENT);
    }

    ApiClient(Pod pod, URI base, String token, HttpClient client) {
        this.pod = pod;
        this.base = base;
        this.token = token;
        this.client = client;
    }

    Answer call(String method, String path, String body) throws InterruptedException {
        return call(method, path, "application/json", body);
    }

    Answer call(String method, String path, String contentType, String body) throws InterruptedException {
        for (int attempt = 1;; attempt++) {
            boolean last = attempt == TRIES || List.of("POST", "PATCH").contains(method);
            try {
                Answer answer = once(method, path, contentType, body);
                if (last || (answer.status() < 500 && answer.status() != 429)) {
                    return answer;
                }
                pod.say(method + " " + path + ": " + answer.status() + ", trying again");
            } catch (IOException broken) {
                if (last) {
                    throw new Away(base + " cannot be reached: " + broken);
                }
                pod.say(base + " cannot be reached, trying again");
            }
            pod.sleep(PAUSE);
        }
    }

    private Answer once(String method, String path, String contentType, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(DEADLINE)
                .header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", contentType).method(method, BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /// What the API said.
    record Answer(int status, String body) {

        /// An object without fields where it said none.
        JsonNode json() {
            try {
                return body.isBlank() ? JsonView.object() : JsonView.parse(body).node();
            } catch (IllegalArgumentException plainText) {
                return JsonView.object();
            }
        }

        /// The API's own reason in one line.
        String words() {
            for (String field : List.of("message", "error", "detail")) {
                String words = json().path(field).asString("");
                if (!words.isEmpty()) {
                    return words;
                }
            }
            return body.isBlank() ? "the API says no reason" : body.substring(0, Math.min(body.length(), 200));
        }
    }

    /// The API does not do its work; trying again later may help.
    static final class Away extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String reason;

        Away(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
