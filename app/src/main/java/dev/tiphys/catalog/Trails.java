package dev.tiphys.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;

/// What the runs of an instance are made of, for whoever may see the instance.
@Component
public class Trails {

    private final Instances instances;
    private final TrailStore trails;
    private final RunStopStore stops;
    private final TrailLog log;

    Trails(Instances instances, TrailStore trails, RunStopStore stops, TrailLog log) {
        this.instances = instances;
        this.trails = trails;
        this.stops = stops;
        this.log = log;
    }

    /// The run's own workflow first, then those that it called.
    public List<Trail> list(UUID run) {
        return trails.list(run);
    }

    /// Why the run failed; empty when it has not, or when somebody stopped it.
    public Optional<RunFailure> findFailure(UUID run) {
        return trails.findFailure(run);
    }

    /// How often it was begun in the same workflow.
    public int attempts(UUID run) {
        return stops.attempts(run);
    }

    /// The log of one step, or empty when the run has no such step. Makes a remote call.
    public Optional<List<String>> log(ActionRun run, String step) {
        return trails.list(run.id()).stream()
                .flatMap(trail -> trail.steps().stream().filter(one -> one.id().equals(step) && !one.pod().isEmpty())
                        .map(one -> log.read(trail.namespace(), trail.workflow(), one.pod())))
                .findFirst();
    }

    /// The run of the instance, or empty where that is of another.
    public Optional<ActionRun> findRun(InstanceId instance, String run, Person person) {
        return instances.runs(instance, person).stream().filter(one -> one.id().toString().equals(run)).findFirst();
    }
}
