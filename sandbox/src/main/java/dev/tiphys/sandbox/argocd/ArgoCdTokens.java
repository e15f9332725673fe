package dev.tiphys.sandbox.argocd;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/// The tokens and local users that the sandbox's Argo CD knows.
public final class ArgoCdTokens {

    private static final Duration SESSION = Duration.ofHours(24);
    private static final Duration RENEWAL = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Known> tokens = new ConcurrentHashMap<>();
    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final AtomicLong issued = new AtomicLong();

    ArgoCdTokens(Clock clock) {
        this.clock = clock;
    }

    /// Lets `token`, which must consist of three parts separated by dots, act as `username` for ever.
    public void register(String token, String username, Policy policy) {
        if (token.split("\\.", -1).length != 3) {
            throw new IllegalArgumentException("Argo CD takes only tokens of three parts separated by dots");
        }
        tokens.put(token, new Known(caller(username, policy), null));
    }

    /// Takes a token back: it answers 401 from now on.
    public void revoke(String token) {
        tokens.remove(token);
    }

    /// Adds a local user who can log in.
    public void addUser(String username, String password, Policy policy) {
        users.put(username, new User(password, policy));
    }

    /// Logs a local user in; empty when name or password are wrong.
    Optional<String> login(String username, String password) {
        User user = users.get(username);
        return user == null || !user.password().equals(password)
                ? Optional.empty()
                : Optional.of(issue(caller(username, user.policy())));
    }

    /// The caller behind a token, or a refusal with code 16.
    Caller authenticate(@Nullable String token) {
        if (token == null || token.split("\\.", -1).length != 3) {
            throw GrpcException.unauthenticated("no session information");
        }
        Known known = tokens.get(token);
        if (known == null) {
            throw GrpcException
                    .unauthenticated("invalid session: token signature is invalid: signature is invalid");
        }
        if (known.expires() != null && !clock.instant().isBefore(known.expires())) {
            throw GrpcException.unauthenticated("invalid session: token has invalid claims: token is expired");
        }
        return known.caller();
    }

    /// A new token in the place of one that expires within five minutes.
    Optional<String> renew(String token) {
        Known known = tokens.get(token);
        if (known == null || known.expires() == null
                || clock.instant().isBefore(known.expires().minus(RENEWAL))) {
            return Optional.empty();
        }
        return Optional.of(issue(known.caller()));
    }

    private String issue(Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expires = now.plus(SESSION);
        String claims = "{\"iss\":\"argocd\",\"sub\":\"" + caller.username() + ":login\",\"iat\":" + now
                .getEpochSecond() + ",\"exp\":" + expires.getEpochSecond() + "}";
        String token = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part(claims) + "."
                + part("sandbox-" + issued.incrementAndGet());
        tokens.put(token, new Known(caller, expires));
        return token;
    }

    private Caller caller(String username, Policy policy) {
        return new Caller(username, List.of(), policy, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private record Known(Caller caller, @Nullable Instant expires) {}

    private record User(String password, Policy policy) {}
}
