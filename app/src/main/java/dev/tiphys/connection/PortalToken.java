package dev.tiphys.connection;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// A token that the portal uses, without the token itself.
///
/// @param place the file or the key of the configuration it comes from
/// @param renewable whether a new one is noticed without a restart
/// @param since when the file was written; null where there is none
/// @param lastUsed by the latest call; null before the first
public record PortalToken(String place, boolean renewable, @Nullable Instant since, @Nullable Instant issued,
        @Nullable Instant expires, boolean expired, boolean expiresSoon, @Nullable Instant lastUsed) {

    static PortalToken of(BearerToken token, String key, Optional<Instant> lastUsed, Instant now) {
        Supplier<String> secret = token;
        TokenDates dates = TokenDates.of(secret.get());
        String place = token.file().map(file -> "file " + file).orElse("key " + key + ".token");
        return new PortalToken(place, token.file().isPresent(), token.since().orElse(null), dates.issued(),
                dates.expires(), dates.hasExpired(now), dates.expiresSoon(now), lastUsed.orElse(null));
    }
}
