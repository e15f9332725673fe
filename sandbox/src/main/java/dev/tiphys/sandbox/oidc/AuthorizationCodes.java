package dev.tiphys.sandbox.oidc;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The codes that are on their way to the portal. Each is good once, and for a minute.
final class AuthorizationCodes {

    private static final Duration LIFE = Duration.ofMinutes(1);

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    AuthorizationCodes(Clock clock) {
        this.clock = clock;
    }

    String issue(Sessions.Session session, AuthorizationRequest request) {
        Instant now = clock.instant();
        grants.values().removeIf(grant -> grant.expires().isBefore(now));
        String code = random();
        grants.put(code, new Grant(session, request, now.plus(LIFE)));
        return code;
    }

    /// Takes the code out of circulation, whether it is still good or not.
    Optional<Grant> redeem(String code) {
        return Optional.ofNullable(grants.remove(code)).filter(grant -> grant.expires().isAfter(clock.instant()));
    }

    String random() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Who signed in, and for what.
    record Grant(Sessions.Session session, AuthorizationRequest request, Instant expires) {}
}
