package dev.tiphys.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;

/// Looks at the workflows of runs: notes their steps, says why a run failed, and finds children that nobody waits for.
@Component
class TrailWatch {

    private static final int MOST_CHILDREN = 200;

    private final Workflows workflows;
    private final Catalog catalog;
    private final TrailNotes notes;
    private final TrailTasks tasks;
    private final Clock clock;

    TrailWatch(Workflows workflows, Catalog catalog, TrailNotes notes, TrailTasks tasks, Clock clock) {
        this.workflows = workflows;
        this.catalog = catalog;
        this.notes = notes;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// Reads one workflow of a run, or hears that it is gone.
    void look(String namespace, String workflow) {
        Optional<UUID> run;
        boolean callsOthers = true;
        try {
            TrailReading reading = read(namespace, workflow);
            callsOthers = reading.callsOthers();
            run = notes.take(reading);
        } catch (ArgoException.NotFound gone) {
            run = notes.gone(namespace, workflow);
        }
        if (run.isPresent()) {
            settle(run.get(), callsOthers);
        }
    }

    private TrailReading read(String namespace, String workflow) {
        return TrailReading.of(workflows.getText(namespace, workflow), clock.instant());
    }

    private void settle(UUID run, boolean callsOthers) {
        List<Trail> trails = notes.ofFailed(run);
        Optional<Trail> own = trails.stream().filter(one -> !one.isChild()).findFirst();
        if (own.isEmpty()) {
            return;
        }
        if (!own.get().isFinished() && notes.isStopped(run)) {
            tasks.stop(run, "late-" + clock.instant().toEpochMilli());
        }
        if (callsOthers) {
            children(own.get()).forEach(child -> notes.take(read(child.namespace(), child.name())));
        }
        notes.explain(run);
        if (notes.ofFailed(run).stream().anyMatch(one -> one.isChild() && !one.isFinished())) {
            tasks.stop(run, "orphans-" + clock.instant().toEpochMilli());
        }
    }

    /// The child workflows of a run's own, in whichever provider's namespace.
    List<WorkflowRun> children(Trail own) {
        List<WorkflowRun> all = new ArrayList<>();
        for (Provider provider : catalog.providers()) {
            workflows.list(provider.namespace(), TrailReading.PARENT + "=" + own.workflow(), 0, MOST_CHILDREN).stream()
                    .filter(child -> own.uid().isEmpty()
                            || own.uid().equals(child.labels().get(TrailReading.PARENT_UID)))
                    .forEach(all::add);
        }
        return all;
    }
}
