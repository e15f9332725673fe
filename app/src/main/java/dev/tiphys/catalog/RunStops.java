package dev.tiphys.catalog;

import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Stops the action that runs on an instance, and all the workflows that it has called.
@Component
public class RunStops {

    private final Instances instances;
    private final CatalogRights rights;
    private final RunStopStore stops;
    private final RunEnds ends;
    private final CatalogNews news;

    RunStops(Instances instances, CatalogRights rights, RunStopStore stops, RunEnds ends, CatalogNews news) {
        this.instances = instances;
        this.rights = rights;
        this.stops = stops;
        this.ends = ends;
        this.news = news;
    }

    /// What would be stopped, or a [Refusal] that says why nothing can be.
    public ActionRun running(InstanceId id, Person person) {
        rights.requireOrderSomewhere(person);
        Instance instance = instances.get(id, person);
        rights.requireOrder(person, instance.provider(), instance.team());
        ActionRun run = instances.runs(id, person).stream().findFirst().filter(one -> !one.phase().isFinal())
                .orElseThrow(() -> new Refusal.Conflict("Nothing runs on it now, so there is nothing to stop."));
        if (stops.waits(run.id())) {
            throw new Refusal.Conflict("It has not begun yet. Withdraw it instead.");
        }
        return run;
    }

    /// Whether there is something to stop.
    public boolean canStop(ActionRun run) {
        return !run.phase().isFinal() && !stops.waits(run.id());
    }

    /// Refuses with 403 without the right, 404 when there is no such instance, 409 when nothing runs.
    @Transactional
    public void stop(InstanceId id, Person person) {
        rights.requireOrderSomewhere(person);
        Instance instance = instances.get(id, person);
        try {
            ends.stop(running(id, person), person);
        } catch (Refusal.NotAllowed | Refusal.Conflict refusal) {
            news.recordRefusal(ActionTaken.by(person, "catalog.stopped", "instance", id.toString()),
                    instance.provider(), refusal);
            throw refusal;
        }
        news.record(ActionTaken.by(person, "catalog.stopped", "instance", id.toString())
                .change(instance.last(), null), instance.provider(), instance.team());
    }

    /// Who has stopped the run; empty when nobody has.
    public String stoppedBy(UUID run) {
        return stops.find(run).map(RunStopStore.Stop::by).orElse("");
    }
}
