package dev.tiphys.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Reads the log.
@Component
class AuditQueries {

    private static final String COLUMNS = """
            select seq, at, code, outcome, actor_subject, actor_name, actor_via, target_kind, target_id, from_value,
                to_value, reason, request_id, plan_hash, encode(prev_hash, 'hex') as prev, encode(hash, 'hex') as own
            from audit_entry
            """;
    private static final String MATCHING = """
            where (:actor::text is null or actor_subject = :actor or actor_name = :actor)
              and (:code::text is null or code = :code or code like :code || '.%')
              and (:kind::text is null or target_kind = :kind)
              and (:target::text is null or target_id = :target)
              and (:request::text is null or request_id = :request)
              and (:since::timestamptz is null or at >= :since)
              and (:until::timestamptz is null or at < :until)
              and (:q::text is null or position(lower(:q) in lower(concat_ws(' ', actor_name, actor_subject, code,
                   target_kind, target_id, from_value, to_value, reason, request_id))) > 0)
            """;
    private static final int BATCH = 1000;

    private final JdbcClient database;
    private final JdbcClient batches;

    AuditQueries(JdbcClient database, JdbcTemplate template) {
        this.database = database;
        // PostgreSQL hands out a result in parts only when a fetch size is set, inside a transaction.
        JdbcTemplate inParts = new JdbcTemplate(java.util.Objects.requireNonNull(template.getDataSource()));
        inParts.setFetchSize(BATCH);
        this.batches = JdbcClient.create(inParts);
    }

    PageOf<AuditEntry> list(AuditFilter filter, PageAsk ask) {
        long total = matching("select count(*) from audit_entry " + MATCHING, filter).query(Long.class).single();
        List<AuditEntry> items = matching(COLUMNS + MATCHING + "order by seq desc limit :size offset :start", filter)
                .param("size", ask.size()).param("start", ask.offset()).query(AuditQueries::entry).list();
        return new PageOf<>(items, ask.page(), ask.size(), total);
    }

    /// All entries up to this one, in their order; to be closed.
    Stream<AuditEntry> stream(long last) {
        return batches.sql(COLUMNS + "where seq <= ? order by seq").param(last).query(AuditQueries::entry).stream();
    }

    private JdbcClient.StatementSpec matching(String sql, AuditFilter filter) {
        return database.sql(sql).param("actor", filter.actor()).param("code", filter.code())
                .param("kind", filter.targetKind()).param("target", filter.target())
                .param("request", filter.requestId())
                .param("since", filter.since() == null ? null : Timestamp.from(filter.since()))
                .param("until", filter.until() == null ? null : Timestamp.from(filter.until()))
                .param("q", blankToNull(filter.q()));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        AuditEntry.Who who = new AuditEntry.Who(row.getString("actor_subject"), row.getString("actor_name"),
                row.getString("actor_via"));
        return new AuditEntry(row.getLong("seq"), row.getTimestamp("at").toInstant(), row.getString("code"),
                row.getString("outcome"), who, row.getString("target_kind"), row.getString("target_id"),
                row.getString("from_value"), row.getString("to_value"), row.getString("reason"),
                row.getString("request_id"), row.getString("plan_hash"), row.getString("prev"),
                row.getString("own"));
    }
}
