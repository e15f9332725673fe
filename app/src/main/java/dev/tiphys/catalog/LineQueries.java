package dev.tiphys.catalog;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import dev.tiphys.catalog.Lines.Pause;

/// Reads lines: who stands where, how long it takes, and whether the provider has paused.
@Component
class LineQueries {

    private static final int LAST = 50;

    private final JdbcClient database;

    LineQueries(JdbcClient database) {
        this.database = database;
    }

    /// From 1.
    int place(Turn turn) {
        return 1 + of("""
                select count(*) from catalog_turn where provider = :provider and item = :item and state = 'QUEUED'
                  and counted and (priority > :priority or (priority = :priority
                    and (ticket, entered_at, run) < (:ticket, :at, :run)))
                """, turn.provider(), turn.item()).param("priority", turn.priority().rank())
                .param("ticket", turn.ticket()).param("at", Timestamp.from(turn.enteredAt())).param("run", turn.run())
                .query(Integer.class).single();
    }

    int waiting(String provider, String item) {
        return of("""
                select count(*) from catalog_turn where provider = :provider and item = :item and state = 'QUEUED'
                  and counted
                """, provider, item).query(Integer.class).single();
    }

    /// How long an action takes, by the median of the last ones that went well; empty before there was one.
    Optional<Duration> usual(String provider, String item, String action) {
        return of("""
                select percentile_cont(0.5) within group (order by seconds) from (
                  select extract(epoch from r.finished_at - t.admitted_at) as seconds
                  from catalog_turn t join catalog_run r on r.id = t.run
                  where t.provider = :provider and t.item = :item and t.action = :action and t.state = 'OVER'
                    and t.admitted_at is not null and r.phase = 'SUCCEEDED'
                  order by t.admitted_at desc limit :last) took
                """, provider, item).param("last", LAST).param("action", action)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Double.class))).single()
                .map(seconds -> Duration.ofMillis((long) (seconds * 1000)));
    }

    Optional<Pause> pause(String provider, String item) {
        return of("""
                select paused_message, paused_by_name, paused_at from catalog_line
                where provider = :provider and item = :item and paused_at is not null
                """, provider, item).query((row, number) -> new Pause(row.getString(1), row.getString(2),
                row.getTimestamp(3).toInstant())).optional();
    }

    void pause(String provider, String item, @Nullable String message, String by, String name, Instant at) {
        of("""
                update catalog_line set paused_message = :message, paused_by = :by, paused_by_name = :name,
                  paused_at = case when cast(:message as text) is null then null else cast(:at as timestamptz) end
                where provider = :provider and item = :item
                """, provider, item).param("message", message)
                .param("by", by).param("name", name).param("at", at.toString()).update();
    }

    private StatementSpec of(String query, String provider, String item) {
        return database.sql(query).param("provider", provider).param("item", item);
    }
}
