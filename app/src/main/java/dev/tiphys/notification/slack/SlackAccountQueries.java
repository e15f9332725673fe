package dev.tiphys.notification.slack;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;

/// Which Slack account belongs to whom.
@Component
class SlackAccountQueries {

    private static final SimplePropertyRowMapper<SlackAccount> ROW = new SimplePropertyRowMapper<>(SlackAccount.class);
    private static final String COLUMNS = "team, user_id, user_name, subject, person_name, linked_at";

    private final JdbcClient database;
    private final Clock clock;

    SlackAccountQueries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<SlackAccount> find(String team, String user) {
        return database.sql("select " + COLUMNS + " from slack_account where team = ? and user_id = ?")
                .params(team, user).query(ROW).optional();
    }

    List<SlackAccount> listOf(String subject) {
        return database.sql("select " + COLUMNS + " from slack_account where subject = ? order by linked_at desc")
                .param(subject).query(ROW).list();
    }

    /// Slack's ids in that workspace of these people.
    List<String> usersOf(List<String> subjects, String team) {
        return subjects.isEmpty()
                ? List.of()
                : database.sql("select user_id from slack_account where subject in (:subjects) and team = :team"
                        + " order by user_id").param("subjects", subjects).param("team", team)
                        .query((row, n) -> row.getString("user_id")).list();
    }

    List<SlackAccount> list() {
        return database.sql("select " + COLUMNS + " from slack_account order by person_name, linked_at desc")
                .query(ROW).list();
    }

    /// False when the account belongs to somebody already.
    boolean add(SlackUser account, Person person) {
        return database.sql("""
                insert into slack_account (team, user_id, user_name, subject, person_name, linked_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """).params(account.team(), account.id(), account.name(), person.subject(), person.name(),
                clock.instant().atOffset(ZoneOffset.UTC)).update() == 1;
    }

    boolean remove(SlackAccount account) {
        return database.sql("delete from slack_account where team = ? and user_id = ? and subject = ?")
                .params(account.team(), account.userId(), account.subject()).update() == 1;
    }
}
