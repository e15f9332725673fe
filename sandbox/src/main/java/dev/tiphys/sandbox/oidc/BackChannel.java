package dev.tiphys.sandbox.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Tells the portal, past the browser, that a session has ended at the provider. A portal that does not answer is not
/// asked again.
final class BackChannel {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final RelyingParty client;
    private final Tokens tokens;

    BackChannel(RelyingParty client, Tokens tokens) {
        this.client = client;
        this.tokens = tokens;
    }

    void ended(Sessions.Session session) {
        client.signOutUri().ifPresent(uri -> {
            String token = tokens.logoutToken(session);
            Thread.ofVirtual().name("back-channel sign-out").start(() -> post(uri, token));
        });
    }

    private static void post(URI uri, String token) {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(DEADLINE)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers
                        .ofString("logout_token=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                .build();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(DEADLINE).build()) {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException notThere) {
            // As with a real provider: its part is done.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
