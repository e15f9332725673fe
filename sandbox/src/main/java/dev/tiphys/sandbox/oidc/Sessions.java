package dev.tiphys.sandbox.oidc;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.people.DemoUser;

/// Who is signed in at the provider in which browser. The cookie has a name of its own, since cookies ignore ports.
final class Sessions {

    private static final String COOKIE = "tiphys_sandbox_oidc";

    private final Map<String, DemoUser> users = new ConcurrentHashMap<>();

    void begin(Request request, String id, DemoUser user) {
        users.put(id, user);
        request.answerHeader("Set-Cookie", COOKIE + "=" + id + "; Path=/oidc; HttpOnly; SameSite=Lax");
    }

    Optional<DemoUser> find(Request request) {
        return cookie(request).map(users::get);
    }

    void end(Request request) {
        cookie(request).ifPresent(users::remove);
        request.answerHeader("Set-Cookie", COOKIE + "=; Path=/oidc; HttpOnly; SameSite=Lax; Max-Age=0");
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
