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

import dev.tiphys.catalog.BulkUpgrade.Member;
import dev.tiphys.catalog.BulkUpgrade.MemberState;
import dev.tiphys.catalog.BulkUpgrade.State;
import dev.tiphys.identity.Person;

/// Keeps bulk upgrades, so that one goes on where it was whatever happens to the portal.
@Component
class BulkUpgradeStore {

    private final JdbcClient database;

    BulkUpgradeStore(JdbcClient database) {
        this.database = database;
    }

    /// Whether the item has one that is not at its end.
    boolean isUnderWay(String provider, String item) {
        return database.sql("""
                select count(*) from catalog_bulk_upgrade where provider = ? and item = ? and state <> 'DONE'
                """).params(provider, item).query(Long.class).single() > 0;
    }

    void open(BulkUpgrade bulk, Person by) {
        database.sql("""
                insert into catalog_bulk_upgrade (id, provider, item, to_version, inputs, batch, state, started_by,
                  started_by_name, started_at) values (?, ?, ?, ?, cast(? as jsonb), ?, 'RUNNING', ?, ?, ?)
                """).params(bulk.id(), bulk.provider(), bulk.item(), bulk.toVersion(), Texts.write(bulk.inputs()),
                bulk.batch(), by.subject(), by.name(), Timestamp.from(bulk.startedAt())).update();
        bulk.members().forEach(member -> database.sql("""
                insert into catalog_bulk_upgrade_member (bulk, position, instance, from_version, state)
                values (?, ?, ?, ?, 'WAITING')
                """).params(bulk.id(), member.position(), member.instance(), member.fromVersion()).update());
    }

    /// With its members, locked until the end of the transaction.
    Optional<BulkUpgrade> lock(UUID id) {
        return database.sql("select id from catalog_bulk_upgrade where id = ? for update").param(id)
                .query(UUID.class).optional().flatMap(this::find);
    }

    Optional<BulkUpgrade> find(UUID id) {
        List<Member> members = database.sql("""
                select m.*, i.name, i.team from catalog_bulk_upgrade_member m
                join catalog_instance i on i.id = m.instance where m.bulk = ? order by m.position
                """).param(id).query(BulkUpgradeStore::member).list();
        return database.sql("select * from catalog_bulk_upgrade where id = ?").param(id)
                .query((row, number) -> bulk(row, members)).optional();
    }

    /// Without their members, the latest first.
    List<BulkUpgrade> list(String provider, String item) {
        return database.sql("""
                select * from catalog_bulk_upgrade where provider = ? and item = ? order by started_at desc limit 20
                """).params(provider, item).query((row, number) -> bulk(row, List.of())).list();
    }

    List<UUID> running() {
        return database.sql("select id from catalog_bulk_upgrade where state = 'RUNNING'")
                .query((row, number) -> row.getObject("id", UUID.class)).list();
    }

    /// The subject of whoever began it.
    String startedBy(UUID id) {
        return database.sql("select started_by from catalog_bulk_upgrade where id = ?").param(id).query(String.class)
                .single();
    }

    void mark(UUID id, State state, String reason, @Nullable Instant end) {
        database.sql("update catalog_bulk_upgrade set state = :state, reason = :reason, finished_at = :end"
                + " where id = :id").param("state", state.name()).param("reason", reason)
                .param("end", end == null ? null : Timestamp.from(end), Types.TIMESTAMP).param("id", id).update();
    }

    void mark(UUID bulk, Member member, MemberState state, String reason, @Nullable UUID run) {
        database.sql("""
                update catalog_bulk_upgrade_member set state = :state, reason = :reason, run = :run
                where bulk = :bulk and position = :position
                """).param("state", state.name()).param("reason", reason).param("run", run, Types.OTHER)
                .param("bulk", bulk).param("position", member.position()).update();
    }

    private static BulkUpgrade bulk(ResultSet row, List<Member> members) throws SQLException {
        Timestamp end = row.getTimestamp("finished_at");
        return new BulkUpgrade(row.getObject("id", UUID.class), row.getString("provider"), row.getString("item"),
                row.getString("to_version"), Texts.read(row.getString("inputs")), row.getInt("batch"),
                State.valueOf(row.getString("state")), row.getString("reason"), row.getString("started_by_name"),
                row.getTimestamp("started_at").toInstant(), end == null ? null : end.toInstant(), members);
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(row.getInt("position"), row.getObject("instance", UUID.class), row.getString("name"),
                row.getString("team"), row.getString("from_version"), MemberState.valueOf(row.getString("state")),
                row.getString("reason"), row.getObject("run", UUID.class));
    }
}
