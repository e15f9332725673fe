package dev.tiphys.sandbox.slack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import tools.jackson.databind.node.ObjectNode;

/// Sends interactions to the app's request URL, signed, and waits three seconds for its answer as Slack does.
final class SlackOutbound {

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3)).build();
    private final SlackSignature signature;
    private final Supplier<URI> requestUrl;
    private final Clock clock;

    SlackOutbound(SlackSignature signature, Supplier<URI> requestUrl, Clock clock) {
        this.signature = signature;
        this.requestUrl = requestUrl;
        this.clock = clock;
    }

    /// What the app made of it; a failure becomes the sentence that Slack's user would get to see.
    Delivery send(ObjectNode payload) throws InterruptedException {
        String body = "payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(requestUrl.get()).timeout(Duration.ofSeconds(3))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature.sign(timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            boolean taken = answer.statusCode() == 200;
            return new Delivery(taken, answer.body(),
                    taken ? "" : "The app at " + requestUrl.get() + " answered " + answer.statusCode() + ".");
        } catch (IOException failure) {
            return new Delivery(false, "",
                    "The app at " + requestUrl.get() + " gave no answer within three seconds: " + failure);
        }
    }

    /// @param taken whether the app answered 200
    /// @param failure one sentence; empty when it was taken
    record Delivery(boolean taken, String answer, String failure) {}
}
