package dev.tiphys.recovery;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.RestoredCredentials;

/// The holds of the portal, and what was chosen about single differences.
@Component
class HoldBook {

    private final JdbcClient database;
    private final RestoredCredentials credentials;
    private final Clock clock;

    HoldBook(JdbcClient database, RestoredCredentials credentials, Clock clock) {
        this.database = database;
        this.credentials = credentials;
        this.clock = clock;
    }

    Optional<Hold> current() {
        return database.sql("select id, since, code, sentence, by_name from portal_hold where released_at is null")
                .query(new SimplePropertyRowMapper<>(Hold.class)).optional();
    }

    /// Whether it is new: another replica may have been first.
    boolean open(String code, String sentence, String byName) {
        return database.sql("""
                insert into portal_hold (id, since, code, sentence, by_name) values (?, ?, ?, ?, ?)
                on conflict ((true)) where released_at is null do nothing
                """).params(UUID.randomUUID(), clock.instant().atOffset(UTC), code, sentence, byName).update() == 1;
    }

    /// The same because the database was restored: who is signed in by it, and with which tokens, counts no more.
    @Transactional
    public boolean openAfterRestore(String code, String sentence, String byName) {
        boolean opened = open(code, sentence, byName);
        if (opened) {
            credentials.distrust();
        }
        return opened;
    }

    boolean release(UUID hold, String byName, String reason) {
        return database.sql("""
                update portal_hold set released_at = ?, released_by = ?, release_reason = ?
                where id = ? and released_at is null
                """).params(clock.instant().atOffset(UTC), byName, reason, hold).update() == 1;
    }

    void choose(UUID hold, String difference, Choice choice, String reason, String byName) {
        database.sql("""
                insert into portal_hold_choice (hold, difference, choice, reason, by_name, at) values (?, ?, ?, ?, ?, ?)
                on conflict (hold, difference) do update set choice = excluded.choice, reason = excluded.reason,
                    by_name = excluded.by_name, at = excluded.at
                """).params(hold, difference, choice.word(), reason, byName, clock.instant().atOffset(UTC)).update();
    }

    /// The differences of all holds that were released.
    Set<String> settled() {
        return Set.copyOf(database.sql("""
                select distinct c.difference from portal_hold_choice c join portal_hold h on h.id = c.hold
                where h.released_at is not null
                """).query(String.class).list());
    }

    /// What was chosen, by the difference's id.
    Map<String, Choice> choices(UUID hold) {
        record Row(String difference, String choice) {}
        return database.sql("select difference, choice from portal_hold_choice where hold = ?").param(hold)
                .query(Row.class).list().stream()
                .collect(Collectors.toMap(Row::difference, row -> Choice.find(row.choice()).orElse(Choice.ACCEPT)));
    }
}
