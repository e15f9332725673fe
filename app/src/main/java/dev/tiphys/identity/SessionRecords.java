package dev.tiphys.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads and writes what is kept about sessions beside Spring's own tables.
@Component
class SessionRecords {

    private static final Duration LEFT_TO_APPEAR = Duration.ofMinutes(5);
    private static final int LONGEST_AGENT = 400;
    private static final String OPEN = """
            select r.id, r.session_id, r.subject, r.username, r.name, r.started_at, r.user_agent, r.address,
                s.last_access_time
            from signed_in_session r join spring_session s on s.session_id = r.session_id
            where s.expiry_time > :now and r.started_at > :began
            """;

    private final JdbcClient database;
    private final IdentitySettings settings;
    private final Clock clock;

    SessionRecords(JdbcClient database, IdentitySettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /// A session that goes on.
    record Row(UUID id, String sessionId, String subject, String username, String name, Instant startedAt,
            Instant lastSeenAt, String userAgent, String address) {

        SignedInSession view(@Nullable String current, Duration life) {
            return new SignedInSession(id, username, name, startedAt, lastSeenAt, BrowserWords.of(userAgent), address,
                    startedAt.plus(life), sessionId.equals(current));
        }
    }

    void begin(String sessionId, Person person, @Nullable String sid, Visit visit) {
        String agent = visit.userAgent();
        database.sql("""
                insert into signed_in_session (id, session_id, subject, username, name, sid, started_at, user_agent,
                    address)
                values (:id, :session, :subject, :username, :name, :sid, :now, :agent, :address)
                on conflict (session_id) do update set subject = excluded.subject, username = excluded.username,
                    name = excluded.name, sid = excluded.sid, started_at = excluded.started_at,
                    user_agent = excluded.user_agent, address = excluded.address
                """).param("id", UUID.randomUUID()).param("session", sessionId).param("subject", person.subject())
                .param("username", person.username()).param("name", person.name()).param("sid", sid)
                .param("now", at(clock.instant()))
                .param("agent", agent.substring(0, Math.min(agent.length(), LONGEST_AGENT)))
                .param("address", visit.address()).update();
    }

    /// From where somebody signs in.
    record Visit(String userAgent, String address) {}

    List<Row> of(String subject) {
        return open(" and r.subject = :subject order by s.last_access_time desc").param("subject", subject)
                .query((row, n) -> row(row)).list();
    }

    List<Row> all() {
        return open(" order by s.last_access_time desc").query((row, n) -> row(row)).list();
    }

    Optional<Row> find(UUID id) {
        return open(" and r.id = :id").param("id", id).query((row, n) -> row(row)).optional();
    }

    /// Whatever the provider means by a session of its own, or by a person; it may be in a transaction of its
    /// own still.
    List<String> takeByProvider(@Nullable String subject, @Nullable String sid) {
        return database.sql("""
                delete from signed_in_session
                where (:sid::text is not null and sid = :sid and (:subject::text is null or subject = :subject))
                    or (:sid::text is null and subject = :subject)
                returning session_id
                """).param("sid", sid).param("subject", subject).query((row, n) -> row.getString("session_id")).list();
    }

    void forget(String sessionId) {
        database.sql("delete from signed_in_session where session_id = ?").param(sessionId).update();
    }

    /// Drops the rows of sessions that are over.
    int sweep() {
        return database.sql("""
                delete from signed_in_session r where r.started_at < ?
                    and not exists (select from spring_session s where s.session_id = r.session_id)
                """).param(at(clock.instant().minus(LEFT_TO_APPEAR))).update();
    }

    private JdbcClient.StatementSpec open(String condition) {
        Instant now = clock.instant();
        return database.sql(OPEN + condition).param("now", now.toEpochMilli()).param("began",
                at(now.minus(settings.sessionLife())));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getString("session_id"), row.getString("subject"),
                row.getString("username"), row.getString("name"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Instant.ofEpochMilli(row.getLong("last_access_time")), row.getString("user_agent"),
                row.getString("address"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
