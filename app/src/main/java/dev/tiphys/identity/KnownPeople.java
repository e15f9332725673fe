package dev.tiphys.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers what the identity provider said about people, for decisions about somebody who is not at a page.
@Component
public class KnownPeople {

    private static final Duration FRESH = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final People people;
    private final Clock clock;

    KnownPeople(JdbcClient database, People people, Clock clock) {
        this.database = database;
        this.people = people;
        this.clock = clock;
    }

    /// Keeps what the provider has just said.
    void note(Person person) {
        database.sql("""
                insert into known_person (subject, username, name, groups, groups_read_at) values (?, ?, ?, ?, ?)
                on conflict (subject) do update set username = excluded.username, name = excluded.name,
                    groups = excluded.groups, groups_read_at = excluded.groups_read_at
                """).params(person.subject(), person.username(), person.name(),
                person.groups().toArray(String[]::new), clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /// The person with groups that the provider has confirmed within the last 15 minutes; empty when it has not, or
    /// when it no longer knows them.
    public Optional<Person> findConfirmed(String subject, SignedInBy by) {
        return database.sql("""
                select subject, username, name, groups from known_person where subject = ? and groups_read_at > ?
                """).params(subject, clock.instant().minus(FRESH).atOffset(ZoneOffset.UTC))
                .query((row, n) -> people.person(row.getString("subject"), row.getString("username"),
                        row.getString("name"), strings((Object[]) row.getArray("groups").getArray()), by))
                .optional();
    }

    private static Set<String> strings(Object[] array) {
        return Arrays.stream(array).map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
