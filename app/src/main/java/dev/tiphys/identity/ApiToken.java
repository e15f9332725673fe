package dev.tiphys.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// An API token as its owner sees it in a list: never the token itself, of which the portal keeps a hash only.
///
/// @param suspendedAt when a restore of the database made it doubtful; it works again once it is confirmed
public record ApiToken(UUID id, String name, String hint, Set<Permission> permissions, Instant createdAt,
        Instant expiresAt, @Nullable Instant lastUsedAt, @Nullable Instant revokedAt,
        @Nullable Instant suspendedAt) {

    public ApiToken {
        permissions = Set.copyOf(permissions);
    }
}
