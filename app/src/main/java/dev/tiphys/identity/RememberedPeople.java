package dev.tiphys.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Everybody whom the identity provider has vouched for, with the groups it named last, to look through.
@Component
class RememberedPeople {

    private final JdbcClient database;
    private final People people;

    RememberedPeople(JdbcClient database, People people) {
        this.database = database;
        this.people = people;
    }

    /// @param confirmedAt when the provider named these groups
    record Remembered(Person person, Instant confirmedAt) {

        boolean isIn(String group) {
            return person.groups().contains(group);
        }
    }

    List<Remembered> all() {
        return database
                .sql("select subject, username, name, groups, groups_read_at from known_person order by username")
                .query((row, number) -> new Remembered(
                        people.person(row.getString("subject"), row.getString("username"), row.getString("name"),
                                strings((Object[]) row.getArray("groups").getArray()), new SignedInBy.Browser()),
                        row.getObject("groups_read_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Set<String> strings(Object[] array) {
        return Arrays.stream(array).map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
