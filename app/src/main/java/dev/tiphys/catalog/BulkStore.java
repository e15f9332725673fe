package dev.tiphys.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps what was ticked for one action, and what became of it.
@Component
class BulkStore {

    private final JdbcClient database;

    BulkStore(JdbcClient database) {
        this.database = database;
    }

    void draft(Bulk bulk, List<UUID> instances) {
        database.sql("""
                insert into catalog_bulk (id, provider, item, action, person, person_name, phase, created_at)
                values (?, ?, ?, ?, ?, ?, 'DRAFT', ?)
                """)
                .params(bulk.id(), bulk.provider(), bulk.item(), bulk.action(), bulk.requester(), bulk.requesterName(),
                        Timestamp.from(bulk.createdAt()))
                .update();
        database.sql("""
                insert into catalog_bulk_row (bulk, position, instance, phase)
                select ?, n, one, 'OPEN' from unnest(?) with ordinality as ticked (one, n)
                """).params(bulk.id(), instances.toArray(UUID[]::new)).update();
    }

    /// Forgets what the person ticked long ago and did nothing with.
    void forgetDrafts(String person, Instant before) {
        database.sql("delete from catalog_bulk where person = ? and phase = 'DRAFT' and created_at < ?")
                .params(person, Timestamp.from(before)).update();
    }

    Optional<Bulk> find(UUID id) {
        return database.sql("select * from catalog_bulk where id = ?").param(id)
                .query((row, number) -> bulk(row, rows(id))).optional();
    }

    private List<Bulk.Row> rows(UUID bulk) {
        return database.sql("""
                select b.instance, i.name, i.status, b.phase, r.phase as run_phase,
                       case when b.reason <> '' then b.reason else coalesce(r.reason, '') end as reason
                from catalog_bulk_row b join catalog_instance i on i.id = b.instance
                left join catalog_run r on r.id = b.run
                where b.bulk = ? order by b.position
                """).param(bulk).query((row, number) -> row(row)).list();
    }

    private static Bulk.Row row(ResultSet row) throws SQLException {
        String run = row.getString("run_phase");
        return new Bulk.Row(row.getObject("instance", UUID.class), row.getString("name"),
                InstanceStatus.valueOf(row.getString("status")), Bulk.Step.valueOf(row.getString("phase")),
                run == null ? null : RunPhase.valueOf(run), row.getString("reason"));
    }

    private static Bulk bulk(ResultSet row, List<Bulk.Row> rows) throws SQLException {
        @Nullable
        Timestamp ended = row.getTimestamp("ended_at");
        return new Bulk(row.getObject("id", UUID.class), row.getString("provider"), row.getString("item"),
                row.getString("action"), row.getString("person"), row.getString("person_name"),
                Bulk.Phase.valueOf(row.getString("phase")), row.getTimestamp("created_at").toInstant(),
                ended == null ? null : ended.toInstant(), rows);
    }

    /// Whether it was a draft until now.
    boolean start(UUID id, String onBehalf, Map<String, String> inputs) {
        return database.sql("""
                update catalog_bulk set phase = 'RUNNING', on_behalf = cast(? as jsonb), inputs = cast(? as jsonb)
                where id = ? and phase = 'DRAFT'
                """).params(onBehalf, Texts.write(inputs), id).update() == 1;
    }

    /// What a running one is to be worked off with.
    record Order(String onBehalf, Map<String, String> inputs) {}

    Optional<Order> findOrder(UUID id) {
        return database.sql("select on_behalf, inputs from catalog_bulk where id = ? and phase = 'RUNNING'").param(id)
                .query((row, number) -> new Order(row.getString("on_behalf"), Texts.read(row.getString("inputs"))))
                .optional();
    }

    List<UUID> open(UUID id) {
        return database.sql("select instance from catalog_bulk_row where bulk = ? and phase = 'OPEN' order by position")
                .param(id).query((row, number) -> row.getObject(1, UUID.class)).list();
    }

    /// Whether it was open until now; locks it until the end of the transaction.
    boolean settle(UUID bulk, UUID instance, Bulk.Step step, String reason) {
        return database.sql("""
                update catalog_bulk_row set phase = ?, reason = ? where bulk = ? and instance = ? and phase = 'OPEN'
                """).params(step.name(), reason, bulk, instance).update() == 1;
    }

    /// The run that has begun with it, where there is one.
    void note(UUID bulk, UUID instance) {
        database.sql("""
                update catalog_bulk_row set run = (select id from catalog_run r where r.instance = :instance
                  and r.phase not in ('SUCCEEDED', 'FAILED') order by position desc limit 1)
                where bulk = :bulk and instance = :instance
                """).param("bulk", bulk).param("instance", instance).update();
    }

    void end(UUID id, Instant at) {
        database.sql("""
                update catalog_bulk set phase = 'DONE', on_behalf = '{}', inputs = '{}', ended_at = ?
                where id = ? and phase = 'RUNNING'
                """).params(Timestamp.from(at), id).update();
    }
}
