package dev.tiphys.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Keeps the offers of instances.
@Component
class TransferStore {

    private static final String ALL = """
            select t.*, i.name, i.provider, i.item from catalog_transfer t join catalog_instance i on i.id = t.instance
            """;
    private static final String OF_TEAMS = " where (t.to_team in (:teams) or t.from_team in (:teams)) ";

    private final JdbcClient database;

    TransferStore(JdbcClient database) {
        this.database = database;
    }

    void open(UUID id, Instance instance, String toTeam, String note, Person by, Instant at) {
        database.sql("""
                insert into catalog_transfer (id, instance, from_team, to_team, note, state, offered_by, offered_by_name,
                  offered_at) values (?, ?, ?, ?, ?, 'OFFERED', ?, ?, ?)
                """).params(id, instance.id(), instance.team(), toTeam, note, by.subject(), by.name(),
                Timestamp.from(at)).update();
    }

    /// Whether it was still open.
    boolean end(UUID id, Transfer.State state, Person by, Instant at) {
        return database.sql("""
                update catalog_transfer set state = ?, ended_by = ?, ended_by_name = ?, ended_at = ?
                where id = ? and state = 'OFFERED'
                """).params(state.name(), by.subject(), by.name(), Timestamp.from(at), id).update() > 0;
    }

    Optional<Transfer> find(UUID id) {
        return database.sql(ALL + " where t.id = ?").param(id).query(TransferStore::transfer).optional();
    }

    Optional<Transfer> findOpen(UUID instance) {
        return database.sql(ALL + " where t.instance = ? and t.state = 'OFFERED'").param(instance)
                .query(TransferStore::transfer).optional();
    }

    /// The open ones first, then the latest.
    PageOf<Transfer> list(Set<String> teams, PageAsk ask) {
        Collection<String> own = teams.isEmpty() ? List.of("") : teams;
        long total = database.sql("select count(*) from catalog_transfer t" + OF_TEAMS).param("teams", own)
                .query(Long.class).single();
        return new PageOf<>(database.sql(ALL + OF_TEAMS + """
                 order by (t.state = 'OFFERED') desc, t.offered_at desc, t.id limit :size offset :offset
                """).param("teams", own).param("size", ask.size()).param("offset", ask.offset())
                .query(TransferStore::transfer).list(), ask.page(), ask.size(), total);
    }

    private static Transfer transfer(ResultSet row, int number) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Transfer(row.getObject("id", UUID.class), row.getObject("instance", UUID.class),
                row.getString("name"), row.getString("provider"), row.getString("item"), row.getString("from_team"),
                row.getString("to_team"), row.getString("note"), Transfer.State.valueOf(row.getString("state")),
                row.getString("offered_by_name"), row.getTimestamp("offered_at").toInstant(),
                row.getString("ended_by_name"), ended == null ? null : ended.toInstant());
    }
}
