package dev.tiphys.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads instances and their runs.
@Component
class InstanceQueries {

    private static final String INSTANCE = "select i.* from catalog_instance i";

    private final JdbcClient database;

    InstanceQueries(JdbcClient database) {
        this.database = database;
    }

    /// Whose instances count.
    ///
    /// @param providers all of whose instances count
    record Sight(boolean everything, String person, Set<String> teams, Set<String> providers) {}

    Optional<Instance> find(UUID id) {
        return database.sql(INSTANCE + " where i.id = ?").param(id).query(InstanceQueries::instance).optional();
    }

    /// Living instances of an item whose field says the name or the id of this one.
    List<Instance> naming(Dependents.Reference reference, Instance named) {
        return database.sql(INSTANCE + """
                  where i.provider = ? and i.item = ? and i.status not in ('DELETED', 'GONE') and i.id <> ?
                   and lower((i.inputs || i.outputs) ->> ?) in (lower(?), ?) order by i.created_at limit 50
                """).params(reference.provider(), reference.item(), named.id(), reference.field(), named.name(),
                named.id().toString()).query(InstanceQueries::instance).list();
    }

    /// What is not of this version yet, the oldest first.
    List<Instance> behind(String provider, String item, String version, int most) {
        return database.sql(INSTANCE + """
                  where i.provider = ? and i.item = ? and i.item_version <> ? and i.status not in ('DELETED', 'GONE')
                 order by i.created_at, i.id limit ?
                """).params(provider, item, version, most).query(InstanceQueries::instance).list();
    }

    /// What everything was before the latest run.
    Map<String, String> before(UUID instance) {
        return database.sql("select before from catalog_run where instance = ? order by position desc limit 1")
                .param(instance).query((row, number) -> Texts.read(row.getString(1))).optional().orElse(Map.of());
    }

    /// The names of these that living instances of the item have already, in lower case.
    Set<String> known(String provider, String item, Collection<String> names) {
        return Set.copyOf(database.sql("""
                select lower(name) from catalog_instance where provider = :provider and item = :item
                  and status <> 'DELETED' and lower(name) in (:names)
                """).param("provider", provider).param("item", item)
                .param("names", names.isEmpty() ? List.of("") : names).query(String.class).list());
    }

    /// The one that has the name.
    Optional<Instance> findLiving(String provider, String item, String name) {
        return database.sql(INSTANCE + " where i.provider = ? and i.item = ? and lower(i.name) = lower(?)"
                + " and i.status <> 'DELETED'").params(provider, item, name).query(InstanceQueries::instance)
                .optional();
    }

    /// Some whose workflows ran at least that long ago, not always the same ones.
    List<ActionRun> someRunning(Duration since, int most) {
        return database.sql("select * from catalog_run where phase = 'RUNNING' and created_at < now() - make_interval("
                + "secs => ?) order by random() limit ?").params(since.toSeconds(), most).query(InstanceQueries::run)
                .list();
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

    /// Those whose turn has come and that have not ended.
    List<ActionRun> openRuns(String namespace) {
        return database.sql("""
                select r.* from catalog_run r where r.namespace = ? and r.phase in ('PLANNED', 'RUNNING')
                  and not exists (select from catalog_turn t where t.run = r.id and t.state in ('APPROVAL', 'QUEUED'))
                """).param(namespace).query(InstanceQueries::run).list();
    }

    /// Which of these ids of runs there are.
    List<String> knownRuns(Collection<String> ids) {
        return database.sql("select id::text from catalog_run where id::text = any (:ids)")
                .param("ids", ids.toArray(String[]::new)).query((row, number) -> row.getString(1)).list();
    }

    static Instance instance(ResultSet row, int number) throws SQLException {
        return new Instance(row.getObject("id", UUID.class), row.getString("provider"), row.getString("item"),
                row.getString("item_version"), row.getString("name"), row.getString("team"),
                row.getString("requester"), row.getString("requester_name"), Texts.read(row.getString("inputs")),
                Texts.read(row.getString("outputs")), InstanceStatus.valueOf(row.getString("status")),
                row.getString("reason"), row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(), life(row), row.getString("last_action"),
                RunPhase.valueOf(row.getString("last_phase")), row.getString("last_reason"));
    }

    private static Life life(ResultSet row) throws SQLException {
        Instant end = moment(row, "expires_at");
        return new Life(end, end != null && row.getTimestamp("warn_at") == null, row.getBoolean("protected"),
                moment(row, "delete_at"), row.getString("delete_by_name"), row.getBoolean("adopted"),
                moment(row, "read_at"), row.getString("read_problem"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
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
