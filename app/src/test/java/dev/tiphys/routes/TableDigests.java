package dev.tiphys.routes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database holds, so short that two moments can be compared: a digest of each table but those that change
/// with every request (sessions, when a token was last used, refusals on record, heartbeats).
record TableDigests(JdbcClient database) {

    private static final List<String> ASIDE = List.of("flyway_schema_history", "spring_session",
            "spring_session_attributes", "scheduled_tasks", "audit_entry", "audit_head", "audit_personal");

    Map<String, String> take() {
        Map<String, String> digests = new TreeMap<>();
        List<@Nullable String> tables = database.sql("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
                  and has_table_privilege(oid, 'select') and relname not in (:aside)
                """).param("aside", ASIDE).query(String.class).list();
        for (@Nullable
        String table : tables) {
            digests.put(String.valueOf(table), database.sql("""
                    select coalesce(md5(string_agg(line, ',' order by line)), 'empty')
                    from (select (to_jsonb(t) - 'last_used_at')::text as line from %s t) lines
                    """.formatted(table)).query(String.class).single());
        }
        digests.put("deeds on record", database.sql("select count(*) from audit_entry where outcome <> 'REFUSED'")
                .query(String.class).single());
        return digests;
    }
}
