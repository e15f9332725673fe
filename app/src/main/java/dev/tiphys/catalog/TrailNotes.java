package dev.tiphys.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes down what was seen of the workflows of runs.
@Component
class TrailNotes {

    private final TrailStore trails;
    private final InstanceQueries queries;
    private final RunStopStore stops;
    private final CatalogNews news;

    TrailNotes(TrailStore trails, InstanceQueries queries, RunStopStore stops, CatalogNews news) {
        this.trails = trails;
        this.queries = queries;
        this.stops = stops;
        this.news = news;
    }

    /// The run that it is part of; a child that names a parent which is none of ours, or another one of the same name,
    /// belongs to nothing.
    @Transactional
    public Optional<UUID> take(TrailReading reading) {
        Trail trail = reading.trail();
        Optional<ActionRun> run = reading.parent().isEmpty()
                ? queries.findRun(trail.namespace(), trail.workflow())
                        .filter(found -> found.id().toString().equals(reading.run()))
                : trails.findRunOf(reading.parent()).filter(id -> isParent(id, reading)).flatMap(queries::findRun);
        run.ifPresent(found -> {
            trails.keep(found.id(), trail);
            news.changed(found.instance());
        });
        return run.map(ActionRun::id);
    }

    private boolean isParent(UUID run, TrailReading reading) {
        return trails.list(run).stream().filter(one -> !one.isChild()).map(Trail::uid)
                .allMatch(uid -> uid.isEmpty() || uid.equals(reading.parentUid()));
    }

    @Transactional
    public Optional<UUID> gone(String namespace, String workflow) {
        Optional<UUID> run = trails.gone(namespace, workflow);
        run.flatMap(queries::findRun).ifPresent(found -> news.changed(found.instance()));
        return run;
    }

    /// Whether somebody has stopped it and nobody has it go on.
    boolean isStopped(UUID run) {
        return stops.find(run).isPresent() && !stops.isGoingOn(run);
    }

    /// The workflows of a run that failed; none of one that has not.
    List<Trail> ofFailed(UUID run) {
        return queries.findRun(run).filter(found -> found.phase() == RunPhase.FAILED).map(found -> trails.list(run))
                .orElse(List.of());
    }

    /// Says why a failed run failed. That of somebody who stopped it is no failure of anybody.
    @Transactional
    public void explain(UUID run) {
        List<Trail> all = ofFailed(run);
        Optional<Trail> own = all.stream().filter(one -> !one.isChild()).findFirst();
        Optional<RunStopStore.Stop> stop = stops.find(run);
        if (own.isEmpty() || !own.get().isFinished() || own.get().wentWell()) {
            return;
        }
        if (stop.isPresent()) {
            trails.say(run, stop.get().sentence());
        } else {
            trails.explain(run, RunFailure.of(own.get(), all.stream().filter(Trail::isChild).toList()));
        }
        queries.findRun(run).ifPresent(found -> news.changed(found.instance()));
    }
}
