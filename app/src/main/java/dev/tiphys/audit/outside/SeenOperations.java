package dev.tiphys.audit.outside;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers which operations have been looked at, for all replicas.
@Component
class SeenOperations {

    private final JdbcClient database;
    private final JdbcTemplate batches;

    SeenOperations(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /// An Application and its operation.
    ///
    /// @param version that it had after the operation
    record Seen(String argoCd, String application, Instant startedAt, String version) {

        Seen {
            // PostgreSQL keeps no NUL, and whoever writes a manifest may write one.
            version = version.replace("\0", "");
        }

        String key() {
            return argoCd + " " + application;
        }
    }

    Map<String, Instant> all() {
        Map<String, Instant> all = new HashMap<>();
        database.sql("select argo_cd, application, started_at from audit_operation_seen").query(
                row -> {
                    all.put(row.getString(1) + " " + row.getString(2), row.getTimestamp(3).toInstant());
                });
        return all;
    }

    /// The first look at Applications.
    void add(List<Seen> first) {
        batches.batchUpdate("""
                insert into audit_operation_seen (argo_cd, application, started_at, version) values (?, ?, ?, ?)
                on conflict do nothing
                """, first.stream().map(seen -> new Object[]{seen.argoCd(), seen.application(),
                Timestamp.from(seen.startedAt()), seen.version()}).toList());
    }

    /// Takes an operation for this transaction; empty when another replica did, or it is older than what was seen.
    ///
    /// @return the version before it
    Optional<String> take(Seen seen) {
        return database.sql("""
                update audit_operation_seen now set started_at = :at, version = :version
                from (select version from audit_operation_seen where argo_cd = :argoCd and application = :application
                      for update) before
                where now.argo_cd = :argoCd and now.application = :application and now.started_at < :at
                returning before.version
                """).param("at", Timestamp.from(seen.startedAt())).param("version", seen.version())
                .param("argoCd", seen.argoCd()).param("application", seen.application()).query(String.class).optional();
    }
}
