package dev.tiphys.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.json.JsonView;

/// What a token says of its own life. Nothing is verified and nothing is decided by it: it only warns.
///
/// @param issued null when the token does not say
/// @param expires null when it never does, or does not say
record TokenDates(@Nullable Instant issued, @Nullable Instant expires) {

    private static final TokenDates UNKNOWN = new TokenDates(null, null);
    private static final Duration EARLY = Duration.ofDays(7);
    private static final long LAST_PART = 7;

    /// Reads the claims of a JSON Web Token; any other token knows nothing.
    static TokenDates of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return UNKNOWN;
        }
        try {
            JsonView claims = JsonView
                    .parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            return new TokenDates(moment(claims, "iat").orElse(null), moment(claims, "exp").orElse(null));
        } catch (IllegalArgumentException notOne) {
            return UNKNOWN;
        }
    }

    private static Optional<Instant> moment(JsonView claims, String name) {
        long seconds = claims.at(name).node().asLong(0);
        return seconds <= 0 || seconds > 253_402_300_799L
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(seconds));
    }

    boolean hasExpired(Instant now) {
        return expires != null && !expires.isAfter(now);
    }

    /// Whether it should have been renewed by now: a week before its end, or in the last seventh of a shorter life,
    /// since Kubernetes renews the tokens of service accounts at four fifths.
    boolean expiresSoon(Instant now) {
        if (expires == null) {
            return false;
        }
        Duration early = issued == null ? EARLY : min(EARLY, Duration.between(issued, expires).dividedBy(LAST_PART));
        return expires.minus(early).isBefore(now);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
