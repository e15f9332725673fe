package dev.tiphys.recovery;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.UUID;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The mark in the database.
@Component
class MarkBook {

    private static final RowMapper<Mark> ROW = new SimplePropertyRowMapper<>(Mark.class);
    private static final String COLUMNS = "epoch, former_epoch as former, sequence, at";

    private final JdbcClient database;
    private final Clock clock;

    MarkBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Mark read() {
        return database.sql("select " + COLUMNS + " from portal_mark").query(ROW).single();
    }

    /// Moves it on; it counts outside only once this has been committed.
    Mark advance() {
        return database.sql("update portal_mark set sequence = sequence + 1, at = ?, epoch = coalesce(epoch, ?)"
                + " returning " + COLUMNS).params(clock.instant().atOffset(UTC), UUID.randomUUID()).query(ROW).single();
    }

    /// Begins another epoch: from now on this database is the right one, and its backups of before are not.
    void renew(Mark outside) {
        database.sql("update portal_mark set former_epoch = ?, epoch = ?, sequence = sequence + 1, at = ?")
                .param(outside.epoch()).param(UUID.randomUUID()).param(clock.instant().atOffset(UTC)).update();
    }
}
