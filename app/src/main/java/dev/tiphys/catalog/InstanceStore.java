package dev.tiphys.catalog;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes instances and their runs. Whoever changes one locks its row first, so that what people decide and what is
/// seen in Argo come one after the other.
@Component
class InstanceStore {

    private final JdbcClient database;
    private final InstanceQueries queries;
    private final SecretBook secrets;

    InstanceStore(JdbcClient database, InstanceQueries queries, SecretBook secrets) {
        this.database = database;
        this.queries = queries;
        this.secrets = secrets;
    }

    /// Whether the name is taken by another living instance of the item.
    boolean isTaken(String provider, String item, String name, UUID by) {
        return database.sql("""
                select count(*) from catalog_instance where provider = ? and item = ? and lower(name) = lower(?)
                  and status <> 'DELETED' and id <> ?
                """).params(provider, item, name, by).query(Long.class).single() > 0;
    }

    void open(Instance instance) {
        database.sql("""
                insert into catalog_instance (id, provider, item, item_version, name, team, requester, requester_name,
                  inputs, outputs, status, created_at, changed_at)
                values (:id, :provider, :item, :version, :name, :team, :requester, :requesterName, cast(:inputs as jsonb),
                  '{}', :status, :at, :at)
                """).param("id", instance.id()).param("provider", instance.provider()).param("item", instance.item())
                .param("version", instance.itemVersion()).param("name", instance.name())
                .param("team", instance.team()).param("requester", instance.requester())
                .param("requesterName", instance.requesterName()).param("inputs", Texts.write(instance.inputs()))
                .param("status", instance.status().name()).param("at", Timestamp.from(instance.createdAt())).update();
        secrets.claim(instance.id(), instance.provider(), instance.requester(), instance.inputs().values());
    }

    void begin(ActionRun run, String manifest) {
        queries.find(run.instance()).ifPresent(instance -> secrets.claim(instance.id(), instance.provider(),
                run.requester(), run.inputs().values()));
        database.sql("""
                insert into catalog_run (id, instance, position, action, template, namespace, workflow, manifest, inputs,
                  phase, requester, requester_name, created_at, before)
                values (:id, :instance, (select count(*) from catalog_run where instance = :instance), :action, :template,
                  :namespace, :workflow, :manifest, cast(:inputs as jsonb), 'PLANNED', :requester, :requesterName, :at,
                  (select inputs || outputs || jsonb_build_object('name', name) from catalog_instance
                   where id = :instance))
                """).param("id", run.id()).param("instance", run.instance()).param("action", run.action())
                .param("template", run.template()).param("namespace", run.namespace())
                .param("workflow", run.workflow()).param("manifest", manifest)
                .param("inputs", Texts.write(run.inputs())).param("requester", run.requester())
                .param("requesterName", run.requesterName()).param("at", Timestamp.from(run.createdAt())).update();
    }

    /// The instance, locked until the end of the transaction.
    Optional<Instance> lock(UUID id) {
        return database.sql("select id from catalog_instance where id = ? for update").param(id).query(UUID.class)
                .optional().flatMap(queries::find);
    }

    void stand(UUID id, InstanceStatus status, String reason, Instant at) {
        database.sql("update catalog_instance set status = ?, reason = ?, changed_at = ? where id = ?")
                .params(status.name(), reason, Timestamp.from(at), id).update();
    }

    void give(UUID id, Map<String, String> outputs, String name) {
        database.sql("update catalog_instance set outputs = outputs || cast(? as jsonb), name = ? where id = ?")
                .params(Texts.write(outputs), name, id).update();
    }

    /// Takes over what a provider says. A name among it renames, unless another instance was first.
    void receive(Instance instance, Map<String, String> outputs) {
        String wanted = outputs.getOrDefault("name", instance.name()).strip();
        boolean possible = FormCheck.name(wanted).isEmpty()
                && !isTaken(instance.provider(), instance.item(), wanted, instance.id());
        give(instance.id(), outputs, possible ? wanted : instance.name());
    }

    /// Says that the run under way leads to another version.
    void aim(UUID instance, String version) {
        database.sql("update catalog_run set to_version = ? where instance = ? and phase in ('PLANNED', 'RUNNING')")
                .params(version, instance).update();
    }

    /// The version that a run leads to; empty for none.
    Optional<String> aimOf(UUID run) {
        return database.sql("select to_version from catalog_run where id = ? and to_version is not null").param(run)
                .query(String.class).optional();
    }

    /// Makes the instance one of the version that the run has led to.
    Optional<String> arrive(UUID run) {
        return database.sql("""
                update catalog_instance i set item_version = r.to_version from catalog_run r
                where r.id = ? and r.instance = i.id and r.to_version is not null returning r.to_version
                """).param(run).query(String.class).optional();
    }

    void mark(UUID run, RunPhase phase, String reason, Instant at) {
        database.sql("""
                update catalog_run set phase = :phase, reason = :reason, finished_at = cast(:at as timestamptz)
                where id = :run
                """).param("phase", phase.name()).param("reason", reason)
                .param("at", phase.isFinal() ? at.toString() : null).param("run", run)
                .update();
    }

    String manifest(UUID run) {
        return database.sql("select manifest from catalog_run where id = ?").param(run).query(String.class).single();
    }
}
