package dev.tiphys.tryout;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.tiphys.sandbox.SandboxEndpoints;

/// Speaks to a sandbox that runs as a process of its own.
final class RunningSandbox {

    private RunningSandbox() {
    }

    /// Lists the portal's address there, and refuses to go on when nothing answers.
    static void welcome(SandboxEndpoints endpoints, URI portal) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoints.controlApi() + "/portals"))
                .timeout(Duration.ofSeconds(10)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers
                        .ofString("url=" + URLEncoder.encode(portal.toString(), StandardCharsets.UTF_8)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw unusable(endpoints, "it answers " + answer.statusCode(), null);
            }
        } catch (IOException failure) {
            throw unusable(endpoints, failure.toString(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling the sandbox", stopped);
        }
    }

    private static SandboxRefusal unusable(SandboxEndpoints endpoints, String why,
            @org.jspecify.annotations.Nullable Throwable cause) {
        SandboxRefusal refusal = new SandboxRefusal(
                "The sandbox at " + endpoints.baseUri() + " (tiphys.sandbox.url) cannot be used: " + why,
                "Start it, or leave tiphys.sandbox.url out so that the portal brings its own.");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
