package dev.tiphys.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Reads what a provider's desk shows.
@Component
class DeskQueries {

    private static final String OWNERLESS = """
            (not i.team = any(:teams) or i.requester_erased) and i.status <> 'DELETED'
            """;
    private static final String WAITS = """
            from catalog_run r join catalog_instance i on i.id = r.instance
            where r.namespace = :namespace and r.phase not in ('RUNNING', 'SUCCEEDED', 'FAILED')
            """;

    private final JdbcClient database;

    DeskQueries(JdbcClient database) {
        this.database = database;
    }

    List<DeskFigures.ItemCount> items(String provider) {
        return database.sql("""
                select item, count(*) as everything, count(*) filter (where status = 'ACTIVE') as active,
                  count(*) filter (where status in ('PROVISIONING', 'UPDATING', 'DELETING')) as busy,
                  count(*) filter (where status = 'WAITING_FOR_APPROVAL') as waiting,
                  count(*) filter (where status = 'FAILED') as failed,
                  count(*) filter (where last_phase = 'FAILED') as troubled
                from catalog_instance where provider = ? and status <> 'DELETED' group by item order by item
                """).param(provider).query((row, number) -> count(row)).list();
    }

    private static DeskFigures.ItemCount count(ResultSet row) throws SQLException {
        long all = row.getLong("everything");
        long active = row.getLong("active");
        long busy = row.getLong("busy");
        long waiting = row.getLong("waiting");
        long failed = row.getLong("failed");
        return new DeskFigures.ItemCount(row.getString("item"), all, active, busy, waiting, failed,
                row.getLong("troubled"), all - active - busy - waiting - failed);
    }

    List<DeskFigures.Week> weeks(String provider, Instant now) {
        return database.sql("""
                select week, (select count(*) from catalog_instance i where i.provider = :provider
                    and i.created_at >= week at time zone 'UTC' and i.created_at < (week + interval '7 days') at time zone 'UTC')
                    as orders
                from generate_series(date_trunc('week', cast(:now as timestamptz) at time zone 'UTC') - interval '77 days',
                    date_trunc('week', cast(:now as timestamptz) at time zone 'UTC'), interval '7 days') as week
                order by week
                """).param("provider", provider).param("now", Timestamp.from(now)).query((row,
                number) -> new DeskFigures.Week(row.getDate("week").toLocalDate(), row.getLong("orders"))).list();
    }

    long teams(String provider) {
        return database.sql("""
                select count(distinct team) from catalog_instance where provider = ? and status <> 'DELETED'
                """).param(provider).query(Long.class).single();
    }

    DeskFigures.Provisioning provisioning(String namespace, Instant since) {
        return database.sql("""
                select count(*) as many, coalesce(avg(took), 0) as mean,
                  coalesce(percentile_cont(0.95) within group (order by took), 0) as p95
                from (select extract(epoch from finished_at - created_at) as took from catalog_run
                      where namespace = ? and action = 'create' and phase = 'SUCCEEDED' and created_at >= ?) latest
                """).params(namespace, Timestamp.from(since)).query((row, number) -> new DeskFigures.Provisioning(
                row.getLong("many"), seconds(row.getDouble("mean")), seconds(row.getDouble("p95")))).single();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    PageOf<DeskFigures.Waiting> queue(String namespace, PageAsk ask) {
        long total = database.sql("select count(*) " + WAITS).param("namespace", namespace).query(Long.class).single();
        return new PageOf<>(database.sql("""
                select r.id, r.instance, i.name, i.item, i.team, r.action, r.requester_name, r.created_at,
                  case when r.reason <> '' then r.reason when t.state = 'APPROVAL' then 'Somebody has to agree first.'
                       when l.paused_at is not null and r.action = 'create' then 'Orders are paused: ' || l.paused_message
                       when t.opens_at > r.created_at and t.state = 'QUEUED' then 'Its maintenance window, then its turn.'
                       when t.state = 'QUEUED' then 'Its turn in the line of the item.' else '' end as reason
                """ + WAITS.replace("where", """
                left join catalog_turn t on t.run = r.id
                left join catalog_line l on l.provider = i.provider and l.item = i.item
                where""") + " order by r.created_at, r.id" + part(ask)).param("namespace", namespace)
                .query((row, number) -> new DeskFigures.Waiting(row.getObject("id", UUID.class),
                        row.getObject("instance", UUID.class), row.getString("name"), row.getString("item"),
                        row.getString("team"), row.getString("action"), row.getString("requester_name"),
                        row.getString("reason"), row.getTimestamp("created_at").toInstant()))
                .list(), ask.page(), ask.size(), total);
    }

    PageOf<DeskFigures.Ownerless> ownerless(String provider, Collection<String> teams, PageAsk ask) {
        String from = " from catalog_instance i where i.provider = :provider and " + OWNERLESS;
        String[] known = teams.toArray(String[]::new);
        long total = database.sql("select count(*)" + from).param("provider", provider).param("teams", known)
                .query(Long.class).single();
        return new PageOf<>(database.sql("select i.*, not i.team = any(:teams) as team_gone" + from
                + " order by i.team, i.item, i.sort_name, i.id" + part(ask)).param("provider", provider)
                .param("teams", known).query((row, number) -> new DeskFigures.Ownerless(row.getObject("id", UUID.class),
                        row.getString("name"), row.getString("item"), row.getString("team"),
                        row.getBoolean("team_gone"), InstanceStatus.valueOf(row.getString("status")),
                        row.getTimestamp("created_at").toInstant()))
                .list(), ask.page(), ask.size(), total);
    }

    boolean isOwnerless(UUID instance, Collection<String> teams) {
        return database.sql("select count(*) from catalog_instance i where i.id = :id and " + OWNERLESS)
                .param("id", instance).param("teams", teams.toArray(String[]::new)).query(Long.class).single() > 0;
    }

    void own(UUID instance, String team) {
        database.sql("update catalog_instance set team = ?, requester_erased = false where id = ?")
                .params(team, instance).update();
    }

    private static String part(PageAsk ask) {
        return " limit " + ask.size() + " offset " + ask.offset();
    }
}
