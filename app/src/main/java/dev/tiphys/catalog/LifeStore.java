package dev.tiphys.catalog;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes until when instances live and what is to delete them, and finds those whose time has come.
@Component
class LifeStore {

    private static final int AT_ONCE = 200;

    private final JdbcClient database;

    LifeStore(JdbcClient database) {
        this.database = database;
    }

    /// A deletion that waits for its time.
    ///
    /// @param at null while something else keeps it back
    /// @param inputs of the action that deletes it
    /// @param before how the instance stood
    record Condemned(@Nullable Instant at, String by, String byName, Map<String, String> inputs,
            InstanceStatus before) {

        Condemned {
            inputs = Map.copyOf(inputs);
        }
    }

    /// Gives it an end, and the moment to warn of it.
    void prolong(UUID id, @Nullable Instant end, @Nullable Instant warning) {
        database.sql("update catalog_instance set expires_at = :end, warn_at = :warning where id = :id")
                .param("end", moment(end), Types.TIMESTAMP).param("warning", moment(warning), Types.TIMESTAMP)
                .param("id", id).update();
    }

    void protect(UUID id, boolean on) {
        database.sql("update catalog_instance set protected = ? where id = ?").params(on, id).update();
    }

    void adopted(UUID id) {
        database.sql("update catalog_instance set adopted = true where id = ?").param(id).update();
    }

    void warned(UUID id) {
        database.sql("update catalog_instance set warn_at = null where id = ?").param(id).update();
    }

    void own(UUID id, String team) {
        database.sql("update catalog_instance set team = ? where id = ?").params(team, id).update();
    }

    void condemn(UUID id, Condemned deletion) {
        database.sql("""
                update catalog_instance set delete_at = :at, delete_by = :by, delete_by_name = :name,
                  delete_inputs = cast(:inputs as jsonb), before_deletion = :before where id = :id
                """).param("at", moment(deletion.at()), Types.TIMESTAMP).param("by", deletion.by())
                .param("name", deletion.byName()).param("inputs", Texts.write(deletion.inputs()))
                .param("before", deletion.before().name()).param("id", id).update();
    }

    void spare(UUID id) {
        database.sql("""
                update catalog_instance set delete_at = null, delete_by = '', delete_by_name = '', delete_inputs = '{}',
                  before_deletion = '' where id = ?
                """).param(id).update();
    }

    /// Keeps a deletion back until then.
    void delay(UUID id, @Nullable Instant until, String why) {
        database.sql("update catalog_instance set delete_at = :at, reason = :why where id = :id")
                .param("at", moment(until), Types.TIMESTAMP).param("why", why).param("id", id).update();
    }

    Optional<Condemned> findCondemned(UUID id) {
        return database.sql("""
                select delete_at, delete_by, delete_by_name, delete_inputs, before_deletion from catalog_instance
                where id = ? and before_deletion <> ''
                """).param(id).query((row, number) -> {
            Timestamp at = row.getTimestamp(1);
            return new Condemned(at == null ? null : at.toInstant(), row.getString(2), row.getString(3),
                    Texts.read(row.getString(4)), InstanceStatus.valueOf(row.getString(5)));
        }).optional();
    }

    List<UUID> toWarn(Instant now) {
        return ids("where warn_at <= ? and status in ('ACTIVE', 'FAILED', 'UPDATING') order by warn_at", now);
    }

    // What an action works on is left alone until its end.
    List<UUID> expired(Instant now) {
        return ids("where expires_at <= ? and status in ('ACTIVE', 'FAILED') order by expires_at", now);
    }

    List<UUID> toDelete(Instant now) {
        return ids("where delete_at <= ? order by delete_at", now);
    }

    private List<UUID> ids(String where, Instant now) {
        return database.sql("select id from catalog_instance " + where + " limit " + AT_ONCE)
                .param(Timestamp.from(now)).query((row, number) -> row.getObject("id", UUID.class)).list();
    }

    private static @Nullable Timestamp moment(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
