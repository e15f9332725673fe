package dev.tiphys.identity.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tiphys.identity.ApiToken;
import dev.tiphys.identity.Permission;
import dev.tiphys.web.Age;

/// A token in a list.
///
/// @param state the style of its status
/// @param status a key of the messages
record TokenRow(String name, String hint, String permissions, Age created, @Nullable Age used, String expires,
        String state, String status, String revokeAddress) {

    private static final Duration SOON = Duration.ofDays(7);

    static List<TokenRow> of(List<ApiToken> tokens, String path, Instant now) {
        return tokens.stream().map(token -> of(token, path, now)).toList();
    }

    private static TokenRow of(ApiToken token, String path, Instant now) {
        String permissions = token.permissions().stream().sorted().map(Permission::word)
                .collect(Collectors.joining(", "));
        boolean over = token.revokedAt() != null || !token.expiresAt().isAfter(now);
        boolean soon = !over && token.expiresAt().isBefore(now.plus(SOON));
        boolean doubtful = !over && token.suspendedAt() != null;
        String status = token.revokedAt() != null
                ? "revoked"
                : over ? "expired" : doubtful ? "suspended" : soon ? "soon" : "valid";
        Instant used = token.lastUsedAt();
        return new TokenRow(token.name(), token.hint(), permissions, Age.of(token.createdAt(), now),
                used == null ? null : Age.of(used, now), Age.words(Duration.between(now, token.expiresAt())),
                over ? "is-idle" : doubtful ? "is-bad" : soon ? "is-wait" : "is-ok", "tokens." + status,
                over ? "" : path + "/" + token.id() + "/revoke");
    }
}
