package dev.tiphys.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads and writes what the provider said about people. When it says something else than before, that is on record.
@Component
class KnownRecords {

    private static final Actor READER = Actor.portal("sign-in");

    private final JdbcClient database;
    private final ProviderGrants grants;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KnownRecords(JdbcClient database, ProviderGrants grants, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.grants = grants;
        this.events = events;
        this.clock = clock;
    }

    ProviderGrants grants() {
        return grants;
    }

    Optional<Known> find(String subject) {
        return database.sql("""
                select subject, username, name, groups, groups_read_at, refused_at, refused_why
                from known_person where subject = ?
                """).param(subject).query((row, n) -> known(row)).optional();
    }

    List<String> subjects() {
        return database.sql("select subject from known_person").query((row, n) -> row.getString("subject")).list();
    }

    List<String> subjectsIn(Collection<String> groups) {
        return database.sql("""
                select subject from known_person where groups && ?::text[] and refused_at is null order by subject
                """).param(groups.toArray(String[]::new)).query((row, n) -> row.getString("subject")).list();
    }

    /// What the provider said at a sign-in.
    @Transactional
    public Known note(Person person) {
        Optional<Known> before = find(person.subject());
        Known now = Known.now(person, clock.instant());
        database.sql("""
                insert into known_person (subject, username, name, groups, groups_read_at) values (?, ?, ?, ?, ?)
                on conflict (subject) do update set username = excluded.username, name = excluded.name,
                    groups = excluded.groups, groups_read_at = excluded.groups_read_at, refused_at = null,
                    refused_why = null
                """).params(now.subject(), now.username(), now.name(), now.groups().toArray(String[]::new),
                now.readAt().atOffset(ZoneOffset.UTC)).update();
        before.filter(former -> !former.groups().equals(now.groups()))
                .ifPresent(former -> events.publishEvent(ActionTaken
                        .by(READER, "person.groups-changed", "person", now.subject())
                        .change(words(former.groups()), words(now.groups()))));
        return now;
    }

    /// What it said when it was asked, and what to ask with next time.
    @Transactional
    public Known note(Person person, ProviderGrant next) {
        grants.store(person.subject(), next);
        return note(person);
    }

    /// That it no longer vouches for somebody.
    @Transactional
    public void refuse(String subject, String why) {
        grants.release(subject);
        database.sql("""
                update known_person set refused_at = ?, refused_why = ?
                where subject = ? and (refused_at is null or refused_at < groups_read_at) returning username
                """).params(clock.instant().atOffset(ZoneOffset.UTC), why, subject).query(String.class).optional()
                .ifPresent(_ -> events.publishEvent(
                        ActionTaken.by(READER, "person.refused", "person", subject).because(why)));
    }

    private static Known known(ResultSet row) throws SQLException {
        Instant readAt = row.getObject("groups_read_at", OffsetDateTime.class).toInstant();
        OffsetDateTime refusedAt = row.getObject("refused_at", OffsetDateTime.class);
        @Nullable
        Instant refused = refusedAt == null ? null : refusedAt.toInstant();
        return new Known(row.getString("subject"), row.getString("username"), row.getString("name"),
                strings((Object[]) row.getArray("groups").getArray()), readAt, refused, row.getString("refused_why"));
    }

    private static Set<String> strings(Object[] array) {
        return Arrays.stream(array).map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static String words(Set<String> groups) {
        return String.join(", ", new TreeSet<>(groups));
    }
}
