package dev.tiphys.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps readings while they are under way, and a while longer.
@Component
class ReadingStore {

    private final JdbcClient database;

    ReadingStore(JdbcClient database) {
        this.database = database;
    }

    /// Whether it is the only one of its kind that is under way.
    boolean open(Reading reading, String manifest, String requester) {
        return database.sql("""
                insert into catalog_reading (id, provider, item, instance, runs, namespace, workflow, manifest, phase,
                  requester, requester_name, created_at)
                values (:id, :provider, :item, :instance,
                  (select count(*) from catalog_run where instance = :instance), :namespace, :workflow, :manifest,
                  'PLANNED', :requester, :name, :at)
                on conflict do nothing
                """).param("id", reading.id()).param("provider", reading.provider()).param("item", reading.item())
                .param("instance", reading.instance(), Types.OTHER).param("namespace", reading.namespace())
                .param("workflow", reading.workflow()).param("manifest", manifest).param("requester", requester)
                .param("name", reading.requesterName()).param("at", Timestamp.from(reading.createdAt())).update() > 0;
    }

    Optional<Reading> find(UUID id) {
        return database.sql("select * from catalog_reading where id = ?").param(id).query(ReadingStore::reading)
                .optional();
    }

    String manifest(UUID id) {
        return database.sql("select manifest from catalog_reading where id = ?").param(id).query(String.class).single();
    }

    /// The latest search for resources.
    Optional<Reading> findDiscovery(String provider, String item) {
        return database.sql("""
                select * from catalog_reading where provider = ? and item = ? and instance is null
                order by created_at desc limit 1
                """).params(provider, item).query(ReadingStore::reading).optional();
    }

    void mark(UUID id, RunPhase phase, String reason, String found, @Nullable Instant end) {
        database.sql("""
                update catalog_reading set phase = :phase, reason = :reason, found = :found, finished_at = :end
                where id = :id
                """).param("phase", phase.name()).param("reason", reason).param("found", found)
                .param("end", end == null ? null : Timestamp.from(end), Types.TIMESTAMP).param("id", id).update();
    }

    /// Writes down that the instance is being read, whatever comes of it.
    void tried(UUID instance, Instant at) {
        database.sql("update catalog_instance set read_tried_at = ? where id = ?").params(Timestamp.from(at), instance)
                .update();
    }

    void read(UUID instance, Instant at) {
        database.sql("update catalog_instance set read_at = ?, read_tried_at = ?, read_problem = '' where id = ?")
                .params(Timestamp.from(at), Timestamp.from(at), instance).update();
    }

    void failed(UUID instance, String why) {
        database.sql("update catalog_instance set read_problem = ? where id = ?").params(why, instance).update();
    }

    int underWay(String provider) {
        return database.sql("select count(*) from catalog_reading where provider = ? and phase in"
                + " ('PLANNED', 'RUNNING')").param(provider).query(Integer.class).single();
    }

    int runs(UUID instance) {
        return database.sql("select count(*) from catalog_run where instance = ?").param(instance)
                .query(Integer.class).single();
    }

    /// Instances that were last read before that, those that wait longest first.
    List<UUID> due(Item item, Instant before, int most) {
        return database.sql("""
                select id from catalog_instance where provider = ? and item = ? and item_version = ?
                  and status in ('ACTIVE', 'EXPIRED', 'GONE') and (read_tried_at is null or read_tried_at <= ?)
                order by read_tried_at nulls first limit ?
                """).params(item.provider(), item.name(), item.version(), Timestamp.from(before), most)
                .query((row, number) -> row.getObject("id", UUID.class)).list();
    }

    void forget(Instant instances, Instant discoveries) {
        database.sql("""
                delete from catalog_reading where finished_at < ? or (finished_at < ? and instance is not null)
                """).params(Timestamp.from(discoveries), Timestamp.from(instances)).update();
    }

    private static Reading reading(ResultSet row, int number) throws SQLException {
        return new Reading(row.getObject("id", UUID.class), row.getString("provider"), row.getString("item"),
                row.getObject("instance", UUID.class), row.getInt("runs"), row.getString("namespace"),
                row.getString("workflow"), RunPhase.valueOf(row.getString("phase")), row.getString("reason"),
                row.getString("found"), row.getString("requester_name"), row.getTimestamp("created_at").toInstant());
    }
}
