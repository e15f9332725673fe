package dev.tiphys.catalog;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;

/// Keeps who wanted which runs to end, and which of them go on.
@Component
class RunStopStore {

    private final JdbcClient database;

    RunStopStore(JdbcClient database) {
        this.database = database;
    }

    /// Who stopped a run.
    record Stop(String by, Instant at) {

        String sentence() {
            return by + " stopped it.";
        }
    }

    /// Whether it has not begun: somebody must agree first, or others come before it. Such a run is withdrawn.
    boolean waits(UUID run) {
        return database.sql("select count(*) from catalog_turn where run = ? and state in ('APPROVAL', 'QUEUED')")
                .param(run).query(Long.class).single() > 0;
    }

    void want(UUID run, Person person, Instant at) {
        database.sql("""
                insert into catalog_run_stop (run, stopper, stopper_name, stopped_at) values (?, ?, ?, ?)
                on conflict do nothing
                """).params(run, person.subject(), person.name(), Timestamp.from(at)).update();
    }

    Optional<Stop> find(UUID run) {
        return database.sql("select stopper_name, stopped_at from catalog_run_stop where run = ?").param(run)
                .query((row, number) -> new Stop(row.getString(1), row.getTimestamp(2).toInstant())).optional();
    }

    void forget(UUID run) {
        database.sql("delete from catalog_run_stop where run = ?").param(run).update();
    }

    /// Has the run go on; the number of the attempt.
    int goOn(UUID run) {
        return database.sql("""
                insert into catalog_run_again (run, attempts, pending) values (?, 2, true)
                on conflict (run) do update set attempts = catalog_run_again.attempts + 1, pending = true
                returning attempts
                """).param(run).query(Integer.class).single();
    }

    boolean isGoingOn(UUID run) {
        return database.sql("select count(*) from catalog_run_again where run = ? and pending").param(run)
                .query(Long.class).single() > 0;
    }

    int attempts(UUID run) {
        return database.sql("select attempts from catalog_run_again where run = ?").param(run).query(Integer.class)
                .optional().orElse(1);
    }

    void goesOn(UUID run) {
        database.sql("update catalog_run_again set pending = false where run = ?").param(run).update();
        database.sql("update catalog_run set phase = 'RUNNING', reason = '', finished_at = null where id = ?")
                .param(run).update();
    }

    void cannotGoOn(UUID run) {
        database.sql("update catalog_run_again set pending = false where run = ?").param(run).update();
    }
}
