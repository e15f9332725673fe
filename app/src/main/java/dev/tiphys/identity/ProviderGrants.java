package dev.tiphys.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Component;

/// Keeps the grants of people, encrypted. Spring brings one at each sign-in and never gets it back: no handler has a
/// use for it.
@Component
class ProviderGrants implements OAuth2AuthorizedClientService {

    private final JdbcClient database;
    private final TokenVault vault;
    private final Clock clock;

    ProviderGrants(JdbcClient database, TokenVault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal) {
        OAuth2RefreshToken refresh = client.getRefreshToken();
        store(principal.getName(), new ProviderGrant(client.getAccessToken().getTokenValue(),
                client.getAccessToken().getExpiresAt(), refresh == null ? null : refresh.getTokenValue()));
    }

    @Override
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // the interface wants both
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(String registration, String principal) {
        return null;
    }

    /// Signing out in one browser takes nothing from the person's API tokens.
    @Override
    public void removeAuthorizedClient(String registration, String principal) {
        // Kept.
    }

    /// Keeps a grant, and lets the next one ask.
    void store(String subject, ProviderGrant grant) {
        database.sql("""
                insert into provider_grant (subject, access_token, access_expires_at, refresh_token, stored_at)
                values (:subject, :access, :expires, :refresh, :now)
                on conflict (subject) do update set access_token = excluded.access_token,
                    access_expires_at = excluded.access_expires_at, stored_at = excluded.stored_at,
                    refresh_token = coalesce(excluded.refresh_token, provider_grant.refresh_token), leased_until = null
                """).param("subject", subject).param("access", vault.seal(grant.accessToken(), subject))
                .param("expires", at(grant.accessExpiresAt())).param("refresh", sealed(grant.refreshToken(), subject))
                .param("now", at(clock.instant())).update();
    }

    /// The grant, for one asker at a time; empty when there is none or somebody else is asking.
    Optional<ProviderGrant> lease(String subject, Duration length) {
        Instant now = clock.instant();
        Optional<Optional<ProviderGrant>> leased = database.sql("""
                update provider_grant set leased_until = :until
                where subject = :subject and (leased_until is null or leased_until < :now)
                returning access_token, access_expires_at, refresh_token
                """).param("until", at(now.plus(length))).param("subject", subject).param("now", at(now))
                .query((row, n) -> grant(row, subject)).optional();
        if (leased.isPresent() && leased.get().isEmpty()) {
            // Closed with a key that is gone: only a new sign-in brings another one.
            database.sql("delete from provider_grant where subject = ?").param(subject).update();
        }
        return leased.flatMap(grant -> grant);
    }

    void release(String subject) {
        database.sql("update provider_grant set leased_until = null where subject = ?").param(subject).update();
    }

    boolean exists(String subject) {
        return database.sql("select exists (select from provider_grant where subject = ?)").param(subject)
                .query(Boolean.class).single();
    }

    private Optional<ProviderGrant> grant(ResultSet row, String subject) throws SQLException {
        Optional<String> access = vault.open(row.getBytes("access_token"), subject);
        byte[] refresh = row.getBytes("refresh_token");
        OffsetDateTime expires = row.getObject("access_expires_at", OffsetDateTime.class);
        return access.map(token -> new ProviderGrant(token, expires == null ? null : expires.toInstant(),
                refresh == null ? null : vault.open(refresh, subject).orElse(null)));
    }

    private byte @Nullable [] sealed(@Nullable String token, String subject) {
        return token == null ? null : vault.seal(token, subject);
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
