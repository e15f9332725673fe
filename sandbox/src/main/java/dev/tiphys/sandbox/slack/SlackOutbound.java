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
import java.time.Instant;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Sends interactions to the app's request URL, signed, and waits three seconds for its answer as Slack does.
final class SlackOutbound {

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3)).build();
    private final SlackSignature signature;
    private final Supplier<URI> requestUrl;
    private final Clock clock;
    private volatile @Nullable Signed last;

    SlackOutbound(SlackSignature signature, Supplier<URI> requestUrl, Clock clock) {
        this.signature = signature;
        this.requestUrl = requestUrl;
        this.clock = clock;
    }

    /// What the app made of it; a failure becomes the sentence that Slack's user would get to see.
    Delivery send(ObjectNode payload) throws InterruptedException {
        String body = "payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8);
        Signed signed = sign(clock.instant(), body);
        last = signed;
        return send(signed);
    }

    private Signed sign(Instant at, String body) {
        String timestamp = Long.toString(at.getEpochSecond());
        return new Signed(timestamp, body, signature.sign(timestamp, body));
    }

    /// The same interaction as if it had been signed ten minutes ago.
    Signed old(Signed request) {
        return sign(clock.instant().minusSeconds(600), request.body());
    }

    /// The interaction that was sent last; null before the first.
    @Nullable
    Signed last() {
        return last;
    }

    Delivery send(Signed signed) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(requestUrl.get()).timeout(Duration.ofSeconds(3))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", signed.timestamp()).header("X-Slack-Signature", signed.signature())
                .POST(HttpRequest.BodyPublishers.ofString(signed.body())).build();
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

    /// An interaction with its signature.
    record Signed(String timestamp, String body, String signature) {

        /// Another body under the same signature.
        Signed tampered() {
            String other = body.contains("reject") ? body.replace("reject", "approve") : body + "&more=1";
            return new Signed(timestamp, other, signature);
        }

        /// Signed with a secret that is not the app's.
        Signed forged() {
            return new Signed(timestamp, body, new SlackSignature("a guess").sign(timestamp, body));
        }
    }

    /// @param taken whether the app answered 200
    /// @param failure one sentence; empty when it was taken
    record Delivery(boolean taken, String answer, String failure) {}
}
