package dev.tiphys.catalog;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;

/// Keeps with whom instances are shared.
@Component
class ShareStore {

    private final JdbcClient database;

    ShareStore(JdbcClient database) {
        this.database = database;
    }

    List<Share> list(UUID instance) {
        return database.sql("""
                select team, may, shared_by_name, created_at from catalog_share where instance = ? order by team
                """).param(instance).query((row, number) -> new Share(row.getString("team"),
                Share.May.valueOf(row.getString("may")), row.getString("shared_by_name"),
                row.getTimestamp("created_at").toInstant())).list();
    }

    /// Those of these teams that may see it.
    List<String> teams(UUID instance, Set<String> teams) {
        return teams.isEmpty()
                ? List.of()
                : database.sql("select team from catalog_share where instance = ? and team = any(?) order by team")
                        .params(instance, teams.toArray(String[]::new)).query((row, number) -> row.getString(1)).list();
    }

    /// Those of these teams that may act on it.
    List<String> operators(UUID instance, Set<String> teams) {
        return teams.isEmpty() ? List.of() : database.sql("""
                select team from catalog_share where instance = ? and team = any(?) and may = 'OPERATE' order by team
                """).params(instance, teams.toArray(String[]::new)).query((row, number) -> row.getString(1)).list();
    }

    void put(UUID instance, Share share, Person by) {
        database.sql("""
                insert into catalog_share (instance, team, may, shared_by, shared_by_name, created_at)
                values (:instance, :team, :may, :by, :name, :at)
                on conflict (instance, team) do update set may = excluded.may, shared_by = excluded.shared_by,
                  shared_by_name = excluded.shared_by_name, created_at = excluded.created_at
                """).param("instance", instance).param("team", share.team()).param("may", share.may().name())
                .param("by", by.subject()).param("name", by.name()).param("at", Timestamp.from(share.at())).update();
    }

    boolean remove(UUID instance, String team) {
        return database.sql("delete from catalog_share where instance = ? and team = ?").params(instance, team)
                .update() == 1;
    }
}
