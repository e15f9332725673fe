package dev.tiphys.catalog;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Notes what has become of a run that was to go on.
@Component
class AgainOutcome {

    private final InstanceStore store;
    private final RunStopStore runs;
    private final TrailStore trails;
    private final CatalogNews news;
    private final Clock clock;

    AgainOutcome(InstanceStore store, RunStopStore runs, TrailStore trails, CatalogNews news, Clock clock) {
        this.store = store;
        this.runs = runs;
        this.trails = trails;
        this.news = news;
        this.clock = clock;
    }

    boolean isWanted(UUID run) {
        return runs.isGoingOn(run);
    }

    String manifest(ActionRun run) {
        return store.manifest(run.id());
    }

    @Transactional
    public void goesOn(ActionRun run) {
        store.lock(run.instance());
        runs.goesOn(run.id());
        news.changed(run.instance());
    }

    @Transactional
    public void refused(ActionRun run, String why) {
        store.lock(run.instance()).ifPresent(instance -> {
            runs.cannotGoOn(run.id());
            store.stand(instance.id(), InstanceStatus.ended(run.action(), false), why, clock.instant());
            trails.say(run.id(), why);
            news.changed(instance.id());
        });
    }
}
