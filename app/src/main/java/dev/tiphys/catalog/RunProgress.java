package dev.tiphys.catalog;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;

/// Writes down how a run goes, and with it how its instance stands. What comes late or twice changes nothing.
@Component
class RunProgress {

    private final InstanceStore store;
    private final InstanceQueries queries;
    private final CatalogNews news;
    private final Clock clock;

    RunProgress(InstanceStore store, InstanceQueries queries, CatalogNews news, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.news = news;
        this.clock = clock;
    }

    /// Its workflow exists.
    @Transactional
    public void created(ActionRun seen) {
        lock(seen).filter(locked -> locked.run().phase() == RunPhase.PLANNED)
                .ifPresent(locked -> store.mark(seen.id(), RunPhase.RUNNING, "", clock.instant()));
        news.changed(seen.instance());
    }

    /// It has to wait for the other side.
    @Transactional
    public void delayed(ActionRun seen, String why) {
        lock(seen).filter(locked -> locked.run().phase() == RunPhase.PLANNED)
                .ifPresent(locked -> store.mark(seen.id(), RunPhase.PLANNED, why, clock.instant()));
        news.changed(seen.instance());
    }

    /// It ended without a workflow to read.
    @Transactional
    public void ended(ActionRun seen, boolean well, String why) {
        lock(seen).ifPresent(locked -> end(locked, well, why));
    }

    /// What its workflow says.
    @Transactional
    public void observe(RunReading reading) {
        queries.findRun(reading.namespace(), reading.workflow())
                .filter(run -> run.id().toString().equals(reading.run())).flatMap(this::lock)
                .ifPresent(locked -> take(locked, reading));
    }

    private void take(Locked locked, RunReading reading) {
        if (reading.isFinished()) {
            if (reading.wentWell()) {
                store.receive(locked.instance(), reading.outputs());
            }
            end(locked, reading.wentWell(), reading.wentWell() ? "" : reading.failure());
        } else if (locked.run().phase() == RunPhase.PLANNED) {
            store.mark(locked.run().id(), RunPhase.RUNNING, "", clock.instant());
            news.changed(locked.instance().id());
        }
    }

    /// Its workflow was there and is gone.
    @Transactional
    public void lost(String namespace, String workflow) {
        queries.findRun(namespace, workflow).filter(run -> run.phase() == RunPhase.RUNNING).flatMap(this::lock)
                .ifPresent(locked -> end(locked, false, "Somebody deleted its workflow before it ended."));
    }

    private void end(Locked locked, boolean well, String why) {
        ActionRun run = locked.run();
        Instance instance = locked.instance();
        InstanceStatus status = InstanceStatus.ended(run.action(), well);
        store.mark(run.id(), well ? RunPhase.SUCCEEDED : RunPhase.FAILED, why, clock.instant());
        store.stand(instance.id(), status, status == InstanceStatus.FAILED ? why : "", clock.instant());
        ActionTaken end = ActionTaken.by(Actor.portal("catalog"), well ? "catalog.succeeded" : "catalog.failed",
                "instance", instance.id().toString())
                .change(instance.status().name(), status.name());
        news.record(well ? end.because(run.action()) : end.failed(run.action() + ": " + why), instance.provider(),
                instance.team());
        if (well) {
            store.arrive(run.id()).ifPresent(version -> news.record(ActionTaken.by(Actor.portal("catalog"),
                    "catalog.upgraded", "instance", instance.id().toString())
                    .change(instance.itemVersion(), version), instance.provider(), instance.team()));
        }
        news.changed(instance.id());
    }

    private Optional<Locked> lock(ActionRun seen) {
        return store.lock(seen.instance()).flatMap(instance -> queries.findRun(seen.id())
                .filter(run -> !run.phase().isFinal()).map(run -> new Locked(instance, run)));
    }

    private record Locked(Instance instance, ActionRun run) {}
}
