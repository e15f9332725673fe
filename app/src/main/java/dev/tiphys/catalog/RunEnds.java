package dev.tiphys.catalog;

import java.time.Clock;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;

/// Ends a run for somebody: at once where its workflow does not exist yet, else by a task that stops it.
@Component
class RunEnds {

    private final InstanceStore store;
    private final InstanceQueries queries;
    private final RunStopStore stops;
    private final RunProgress progress;
    private final TrailTasks tasks;
    private final Clock clock;

    RunEnds(InstanceStore store, InstanceQueries queries, RunStopStore stops, RunProgress progress, TrailTasks tasks,
            Clock clock) {
        this.store = store;
        this.queries = queries;
        this.stops = stops;
        this.progress = progress;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// In the caller's transaction. One whose workflow is being made right now is stopped as soon as it is there.
    void stop(ActionRun seen, Person person) {
        store.lock(seen.instance());
        ActionRun run = queries.findRun(seen.id()).orElseThrow();
        if (run.phase().isFinal()) {
            return;
        }
        stops.want(run.id(), person, clock.instant());
        if (run.phase() == RunPhase.PLANNED) {
            progress.ended(run, false, person.name() + " stopped it before it began.");
        }
        tasks.stopForSomebody(run.id());
    }
}
