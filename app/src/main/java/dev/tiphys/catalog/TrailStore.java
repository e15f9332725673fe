package dev.tiphys.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the workflows of runs as last seen, and why runs failed.
@Component
class TrailStore {

    private static final TypeReference<List<TrailStep>> STEPS = new TypeReference<>() {
    };

    private final JdbcClient database;

    TrailStore(JdbcClient database) {
        this.database = database;
    }

    /// The run whose own workflow is called so; names end in a part of the run's id.
    Optional<UUID> findRunOf(String workflow) {
        return database.sql("select id from catalog_run where workflow = ? order by created_at desc limit 1")
                .param(workflow).query(UUID.class).optional();
    }

    void keep(UUID run, Trail trail) {
        database.sql("""
                insert into catalog_workflow (namespace, workflow, run, task, uid, phase, stopped, message, steps, seen_at)
                values (:namespace, :workflow, :run, :task, :uid, :phase, :stopped, :message, cast(:steps as jsonb), :at)
                on conflict (namespace, workflow) do update set run = :run, uid = :uid, phase = :phase,
                  stopped = :stopped, message = :message, steps = cast(:steps as jsonb), seen_at = :at
                """).param("namespace", trail.namespace()).param("workflow", trail.workflow()).param("run", run)
                .param("task", trail.task()).param("uid", trail.uid()).param("phase", trail.phase())
                .param("stopped", trail.stopped()).param("message", trail.message())
                .param("steps", JsonMapper.shared().writeValueAsString(trail.steps()))
                .param("at", Timestamp.from(trail.seenAt())).update();
    }

    /// Notes that a workflow is gone; the run it was part of, unless it had ended before.
    Optional<UUID> gone(String namespace, String workflow) {
        return database.sql("""
                update catalog_workflow set phase = 'Deleted' where namespace = ? and workflow = ?
                  and phase not in ('Succeeded', 'Failed', 'Error', 'Deleted') returning run
                """).params(namespace, workflow).query(UUID.class).optional();
    }

    /// The run's own first, then its children as they were called.
    List<Trail> list(UUID run) {
        return database.sql("select * from catalog_workflow where run = ? order by task <> '', workflow").param(run)
                .query(TrailStore::trail).list();
    }

    /// Those that had not ended when they were last seen.
    List<String> open(String namespace) {
        return database.sql("""
                select workflow from catalog_workflow
                where namespace = ? and phase not in ('Succeeded', 'Failed', 'Error', 'Deleted')
                """).param(namespace).query((row, number) -> row.getString(1)).list();
    }

    /// Namespace and name of the workflow of the instance's last run.
    Optional<List<String>> lastPlace(UUID instance) {
        return database.sql("""
                select namespace, workflow from catalog_run where instance = ? order by position desc limit 1
                """).param(instance).query((row, number) -> List.of(row.getString(1), row.getString(2))).optional();
    }

    boolean hasChildren(UUID run) {
        return database.sql("select count(*) from catalog_workflow where run = ? and task <> ''").param(run)
                .query(Long.class).single() > 0;
    }

    /// Writes down why a run failed, in place of what its own workflow says, which knows of no children.
    void explain(UUID run, RunFailure failure) {
        database.sql("""
                insert into catalog_run_failure (run, step, namespace, workflow, blame, reason)
                values (:run, :step, :namespace, :workflow, :blame, :reason)
                on conflict (run) do update set step = :step, namespace = :namespace, workflow = :workflow,
                  blame = :blame, reason = :reason
                """).param("run", run).param("step", failure.step()).param("namespace", failure.namespace())
                .param("workflow", failure.workflow()).param("blame", failure.blame().name())
                .param("reason", failure.reason()).update();
        say(run, failure.sentence());
    }

    /// Says of a failed run why, and of its instance where that failed with it.
    void say(UUID run, String why) {
        database.sql("update catalog_run set reason = ? where id = ? and phase = 'FAILED'").params(why, run).update();
        database.sql("""
                update catalog_instance i set reason = ? from catalog_run r where r.id = ? and i.id = r.instance
                  and i.status = 'FAILED' and r.phase = 'FAILED'
                  and r.position = (select max(position) from catalog_run where instance = i.id)
                """).params(why, run).update();
    }

    Optional<RunFailure> findFailure(UUID run) {
        return database.sql("select * from catalog_run_failure where run = ?").param(run)
                .query((row, number) -> new RunFailure(row.getString("step"), row.getString("namespace"),
                        row.getString("workflow"), Blame.valueOf(row.getString("blame")), row.getString("reason")))
                .optional();
    }

    void forgetFailure(UUID run) {
        database.sql("delete from catalog_run_failure where run = ?").param(run).update();
    }

    private static Trail trail(ResultSet row, int number) throws SQLException {
        return new Trail(row.getString("namespace"), row.getString("workflow"), row.getString("task"),
                row.getString("uid"), row.getString("phase"), row.getBoolean("stopped"), row.getString("message"),
                JsonMapper.shared().readValue(row.getString("steps"), STEPS),
                row.getTimestamp("seen_at").toInstant());
    }
}
