package dev.tiphys.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.audit.AuditSight.Concerned;

/// Reads the log.
@Component
class AuditQueries {

    private static final String ENTRIES = """
            select e.seq, e.format, e.at, e.code, e.outcome, e.actor_subject, e.actor_via,
                coalesce(p.name, e.actor_name) as actor_name, p.address, p.agent, encode(p.salt, 'hex') as salt,
                encode(e.personal, 'hex') as personal, e.target_kind, e.target_id,
                e.from_value, e.to_value, e.reason, e.request_id, e.plan_hash, e.service, e.environment, e.team,
                e.provider, e.cluster, e.part_of, encode(e.prev_hash, 'hex') as prev, encode(e.hash, 'hex') as own
            from audit_entry e left join audit_personal p on p.seq = e.seq
            """;
    // Skips through the index from one to the next: the cost is that of the answer, not that of the log.
    private static final String CONCERNED = """
            with recursive those as (
                (select service, environment, team, provider from audit_entry
                 order by service, environment, team, provider limit 1)
                union all
                select next.* from those cross join lateral (
                    select e.service, e.environment, e.team, e.provider from audit_entry e
                    where (e.service, e.environment, e.team, e.provider)
                        > (those.service, those.environment, those.team, those.provider)
                    order by e.service, e.environment, e.team, e.provider limit 1) next)
            select * from those where service <> '' or provider <> ''
            """;

    private final JdbcClient database;

    AuditQueries(JdbcClient database) {
        this.database = database;
    }

    AuditSlice list(AuditFilter filter, AuditSight sight, @Nullable Long before, int size) {
        AuditSearch search = AuditSearch.of(filter, sight).before(before);
        List<AuditEntry> found = database.sql(ENTRIES + search.where() + " order by e.seq desc limit " + (size + 1))
                .params(search.values()).query(AuditQueries::entry).list();
        List<AuditEntry> items = found.subList(0, Math.min(size, found.size()));
        Long next = found.size() > size ? Long.valueOf(items.getLast().seq()) : null;
        return new AuditSlice(items, size, next);
    }

    /// The entries after one and up to another, in their order. They are read in batches, each by itself: what is only
    /// added to needs no long transaction, however slowly somebody reads.
    Iterator<AuditEntry> iterate(AuditFilter filter, AuditSight sight, long after, long last) {
        return new AuditBatches(after, from -> batch(AuditSearch.of(filter, sight).after(from).upTo(last)));
    }

    private List<AuditEntry> batch(AuditSearch search) {
        return database.sql(ENTRIES + search.where() + " order by e.seq limit " + AuditBatches.SIZE)
                .params(search.values()).query(AuditQueries::entry).list();
    }

    /// The last entry that was written by then; 0 when there was none.
    long seqAsOf(Instant moment) {
        return database.sql("select coalesce(max(seq), 0) from audit_entry where at <= ?")
                .param(Timestamp.from(moment)).query(Long.class).single();
    }

    AuditLog.Head head() {
        return database.sql("select seq, encode(hash, 'hex') as hash from audit_head").query(AuditLog.Head.class)
                .single();
    }

    /// The services and providers that the log speaks of, with environment and team.
    List<Concerned> concerned() {
        return database.sql(CONCERNED).query((row, number) -> new Concerned(row.getString("service"),
                row.getString("environment"), row.getString("team"), row.getString("provider"))).list();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        AuditEntry.About about = new AuditEntry.About(row.getString("service"), row.getString("environment"),
                row.getString("team"), row.getString("provider"), row.getString("cluster"), row.getString("part_of"));
        return new AuditEntry(row.getLong("seq"), row.getInt("format"), row.getTimestamp("at").toInstant(),
                row.getString("code"), row.getString("outcome"), who(row), row.getString("target_kind"),
                row.getString("target_id"), row.getString("from_value"), row.getString("to_value"),
                row.getString("reason"), row.getString("request_id"), row.getString("plan_hash"), about,
                row.getString("prev"), row.getString("own"));
    }

    private static AuditEntry.Who who(ResultSet row) throws SQLException {
        return new AuditEntry.Who(row.getString("actor_subject"), row.getString("actor_via"),
                row.getString("actor_name"), row.getString("address"), row.getString("agent"), row.getString("salt"),
                row.getString("personal"));
    }
}
