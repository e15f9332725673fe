package dev.tiphys.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Reads instances and their runs.
@Component
class InstanceQueries {

    private static final String INSTANCE = """
            select i.*, r.action as last_action, r.phase as last_phase, r.reason as last_reason
            from catalog_instance i
            join lateral (select action, phase, reason from catalog_run where instance = i.id
                          order by position desc limit 1) r on true
            """;

    private static final String WANTED = """
             where (:provider = '' or i.provider = :provider) and (:item = '' or i.item = :item)
               and (:q = '' or i.name || ' ' || i.team || ' ' || i.inputs::text || ' ' || i.outputs::text
                    ilike '%' || :q || '%')
               and case :status when '' then i.status <> 'DELETED' when 'troubled' then r.phase = 'FAILED'
                                and i.status <> 'DELETED' else lower(i.status) = :status end
               and (:everything or i.team in (:teams) or i.requester = :person or i.provider in (:providers))
            """;

    private final JdbcClient database;

    InstanceQueries(JdbcClient database) {
        this.database = database;
    }

    /// Whose instances count.
    ///
    /// @param providers all of whose instances count
    record Sight(boolean everything, String person, Set<String> teams, Set<String> providers) {}

    PageOf<Instance> list(InstanceFilter filter, Sight sight, PageAsk ask) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("provider", filter.provider());
        values.put("item", filter.item());
        values.put("q", filter.q());
        values.put("status", filter.status());
        values.put("everything", sight.everything());
        values.put("person", sight.person());
        values.put("teams", some(sight.teams()));
        values.put("providers", some(sight.providers()));
        long total = database.sql("select count(*) from (" + INSTANCE + WANTED + ") found").params(values)
                .query(Long.class).single();
        List<Instance> rows = database.sql(INSTANCE + WANTED + " order by i.created_at desc, i.id limit " + ask.size()
                + " offset " + ask.offset()).params(values).query(InstanceQueries::instance).list();
        return new PageOf<>(rows, ask.page(), ask.size(), total);
    }

    // SQL has no empty list.
    private static Collection<String> some(Set<String> names) {
        return names.isEmpty() ? List.of("") : names;
    }

    Optional<Instance> find(UUID id) {
        return database.sql(INSTANCE + " where i.id = ?").param(id).query(InstanceQueries::instance).optional();
    }

    /// The latest first.
    List<ActionRun> runs(UUID instance) {
        return database.sql("select * from catalog_run where instance = ? order by position desc").param(instance)
                .query(InstanceQueries::run).list();
    }

    Optional<ActionRun> findRun(UUID id) {
        return database.sql("select * from catalog_run where id = ?").param(id).query(InstanceQueries::run).optional();
    }

    Optional<ActionRun> findRun(String namespace, String workflow) {
        return database.sql("select * from catalog_run where namespace = ? and workflow = ?")
                .params(namespace, workflow).query(InstanceQueries::run).optional();
    }

    /// The workflows that are to exist and have not ended.
    List<String> underWay(String namespace) {
        return database.sql("select workflow from catalog_run where namespace = ? and phase in ('PLANNED', 'RUNNING')")
                .param(namespace).query((row, number) -> row.getString(1)).list();
    }

    /// Those that are to exist and have not ended.
    List<ActionRun> openRuns(String namespace) {
        return database.sql("select * from catalog_run where namespace = ? and phase in ('PLANNED', 'RUNNING')")
                .param(namespace).query(InstanceQueries::run).list();
    }

    /// Which of these ids of runs there are.
    List<String> knownRuns(Collection<String> ids) {
        return database.sql("select id::text from catalog_run where id::text = any (:ids)")
                .param("ids", ids.toArray(String[]::new)).query((row, number) -> row.getString(1)).list();
    }

    private static Instance instance(ResultSet row, int number) throws SQLException {
        return new Instance(row.getObject("id", UUID.class), row.getString("provider"), row.getString("item"),
                row.getString("item_version"), row.getString("name"), row.getString("team"),
                row.getString("requester"), row.getString("requester_name"), Texts.read(row.getString("inputs")),
                Texts.read(row.getString("outputs")), InstanceStatus.valueOf(row.getString("status")),
                row.getString("reason"), row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(), row.getString("last_action"),
                RunPhase.valueOf(row.getString("last_phase")), row.getString("last_reason"));
    }

    private static ActionRun run(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new ActionRun(row.getObject("id", UUID.class), row.getObject("instance", UUID.class),
                row.getString("action"), row.getString("template"), row.getString("namespace"),
                row.getString("workflow"), Texts.read(row.getString("inputs")),
                RunPhase.valueOf(row.getString("phase")), row.getString("reason"), row.getString("requester"),
                row.getString("requester_name"), row.getTimestamp("created_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
