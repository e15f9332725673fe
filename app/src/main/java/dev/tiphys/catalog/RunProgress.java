package dev.tiphys.catalog;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

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
    private final Line line;
    private final Clock clock;

    RunProgress(InstanceStore store, InstanceQueries queries, CatalogNews news, Line line, Clock clock) {
        this.store = store;
        this.queries = queries;
        this.news = news;
        this.line = line;
        this.clock = clock;
    }

    /// Its workflow is about to be created: from now on the instance stands as the action makes it stand.
    @Transactional
    public void starting(ActionRun seen) {
        lock(seen).filter(locked -> locked.instance().status() != InstanceStatus.begun(seen.action()))
                .ifPresent(locked -> {
                    store.stand(locked.instance().id(), InstanceStatus.begun(seen.action()), "", clock.instant());
                    news.changed(locked.instance().id());
                });
    }

    /// Somebody agreed to it, so that it may take its turn.
    @Transactional
    public void approved(Turn seen, ActionTaken record) {
        queries.findRun(seen.run()).flatMap(this::lock).ifPresent(locked -> {
            Instance instance = locked.instance();
            if (seen.isOrder()) {
                store.stand(instance.id(), InstanceStatus.PROVISIONING, "", clock.instant());
            }
            line.approved(seen);
            news.record(record.change(instance.status().name(), seen.action()), instance.provider(), instance.team());
            news.changed(instance.id());
        });
    }

    /// It ended before anything was begun: an order leaves nothing but its record and its name is free again, an action
    /// leaves the instance as it was.
    @Transactional
    public void unmade(UUID run, String why) {
        Optional<Turn> turn = line.find(run);
        queries.findRun(run).flatMap(this::lock).ifPresent(locked -> {
            Instance instance = locked.instance();
            InstanceStatus status = locked.run().action().equals(Item.CREATE)
                    ? InstanceStatus.DELETED
                    : turn.map(Turn::former).orElse(instance.status());
            store.mark(run, RunPhase.FAILED, why, clock.instant());
            store.stand(instance.id(), status, status == InstanceStatus.DELETED ? why : instance.reason(),
                    clock.instant());
            line.over(run);
            news.record(ActionTaken.by(Actor.portal("catalog"), "catalog.not-begun", "instance",
                    instance.id().toString()).change(instance.status().name(), status.name())
                    .failed(locked.run().action() + ": " + why), instance.provider(), instance.team());
            news.changed(instance.id());
        });
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
    ///
    /// @param certain somebody saw it deleted, so that it had been created even where that is not noted yet
    @Transactional
    public void lost(String namespace, String workflow, boolean certain) {
        queries.findRun(namespace, workflow).filter(run -> certain || run.phase() == RunPhase.RUNNING)
                .flatMap(this::lock)
                .ifPresent(locked -> end(locked, false, "Somebody deleted its workflow before it ended."));
    }

    private void end(Locked locked, boolean well, String why) {
        ActionRun run = locked.run();
        Instance instance = locked.instance();
        InstanceStatus status = InstanceStatus.ended(run.action(), well);
        store.mark(run.id(), well ? RunPhase.SUCCEEDED : RunPhase.FAILED, why, clock.instant());
        line.over(run.id());
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
