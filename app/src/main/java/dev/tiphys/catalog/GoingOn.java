package dev.tiphys.catalog;

import java.time.Clock;

import org.springframework.stereotype.Component;

import dev.tiphys.web.Refusal;

/// Begins another attempt at a run in the workflow that it has.
@Component
class GoingOn {

    private final InstanceStore store;
    private final TrailStore trails;
    private final RunStopStore runs;
    private final TrailTasks tasks;
    private final CatalogNews news;
    private final Clock clock;

    GoingOn(InstanceStore store, TrailStore trails, RunStopStore runs, TrailTasks tasks, CatalogNews news,
            Clock clock) {
        this.store = store;
        this.trails = trails;
        this.runs = runs;
        this.tasks = tasks;
        this.news = news;
        this.clock = clock;
    }

    boolean fits(ActionRun run) {
        return run.phase() == RunPhase.FAILED && trails.hasChildren(run.id());
    }

    void begin(ActionRun run) {
        Instance instance = store.lock(run.instance())
                .orElseThrow(() -> new Refusal.NotFound("There is no such instance."));
        String whyNot = instance.lastPhase() == RunPhase.FAILED
                ? instance.status().whyNot(run.action(), instance.last())
                : "Only an action that failed can be retried. Look at the page again.";
        if (!whyNot.isEmpty() || runs.isGoingOn(run.id())) {
            throw new Refusal.Conflict(whyNot.isEmpty() ? "It is being tried again already." : whyNot);
        }
        int attempt = runs.goOn(run.id());
        runs.forget(run.id());
        trails.forgetFailure(run.id());
        store.stand(instance.id(), InstanceStatus.begun(run.action()), "", clock.instant());
        tasks.again(run.id(), attempt);
        news.changed(instance.id());
    }
}
