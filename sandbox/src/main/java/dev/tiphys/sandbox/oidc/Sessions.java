package dev.tiphys.sandbox.oidc;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import dev.tiphys.sandbox.http.Request;

/// Who is signed in at the provider in which browser. The cookie has a name of its own, since cookies ignore ports.
final class Sessions {

    private static final String COOKIE = "tiphys_sandbox_oidc";

    private final Map<String, Session> open = new ConcurrentHashMap<>();
    private final Clock clock;

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /// Somebody's presence at the provider. The cookie stays between the browser and the provider, the `sid` is for
    /// the portal.
    record Session(String username, String sid, Instant signedIn) {}

    Session begin(Request request, String id, String username) {
        cookie(request).ifPresent(open::remove);
        Session session = new Session(username, UUID.randomUUID().toString(), clock.instant());
        open.put(id, session);
        request.answerHeader("Set-Cookie", COOKIE + "=" + id + "; Path=/oidc; HttpOnly; SameSite=Lax");
        return session;
    }

    Optional<Session> find(Request request) {
        return cookie(request).map(open::get);
    }

    /// The session that ends by this.
    Optional<Session> end(Request request) {
        Optional<Session> ended = cookie(request).map(open::remove);
        request.answerHeader("Set-Cookie", COOKIE + "=; Path=/oidc; HttpOnly; SameSite=Lax; Max-Age=0");
        return ended;
    }

    private static Optional<String> cookie(Request request) {
        for (String pair : request.header("Cookie").orElse("").split(";", -1)) {
            String cookie = pair.trim();
            if (cookie.startsWith(COOKIE + "=")) {
                return Optional.of(cookie.substring(COOKIE.length() + 1));
            }
        }
        return Optional.empty();
    }
}
