package dev.tiphys.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sessions and API tokens of a database that was restored: some of them were ended or revoked after the backup, and
/// nobody can tell which. Each method joins the caller's transaction.
@Component
public class RestoredCredentials {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RestoredCredentials(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /// A token that is good for nothing until somebody has confirmed it.
    public record Suspended(UUID id, String name, String username, String hint, @Nullable Instant lastUsedAt) {}

    /// Ends every session and every way in that was minted, and suspends every token. People sign in anew; where the
    /// provider is away, an emergency session is minted anew.
    public void distrust() {
        int sessions = database.sql("delete from spring_session").update();
        database.sql("delete from signed_in_session").update();
        database.sql("update emergency_session set link_until = ? where begun_at is null and link_until > ?")
                .params(now(), now()).update();
        int tokens = database.sql("""
                update api_token set suspended_at = ?
                where revoked_at is null and suspended_at is null and expires_at > ?
                """).params(now(), now()).update();
        events.publishEvent(ActionTaken.by(Actor.portal("recovery"), "recovery.distrusted", "portal", "credentials")
                .change(null, sessions + " sessions ended, " + tokens + " tokens suspended"));
    }

    /// The tokens that wait for somebody to confirm them.
    public List<Suspended> suspended() {
        return database.sql("""
                select id, name, username, hint, last_used_at from api_token
                where suspended_at is not null and revoked_at is null and expires_at > ? order by username, name, id
                """).param(now()).query(new SimplePropertyRowMapper<>(Suspended.class)).list();
    }

    /// Lets a token work again. False when it is not suspended any more.
    public boolean confirm(UUID id) {
        return database.sql("""
                update api_token set suspended_at = null where id = ? and suspended_at is not null and revoked_at is null
                """).param(id).update() == 1;
    }

    /// Ends a suspended token for good; its owner makes another one.
    public boolean revoke(UUID id) {
        return database.sql("""
                update api_token set revoked_at = ? where id = ? and suspended_at is not null and revoked_at is null
                """).params(now(), id).update() == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
