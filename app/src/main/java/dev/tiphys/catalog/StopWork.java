package dev.tiphys.catalog;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;

/// Stops the workflow of a run that somebody has stopped, and whichever child workflows still run of one that has
/// ended: Argo itself stops only the pods that wait for them.
@Component
class StopWork {

    private final InstanceQueries queries;
    private final TrailStore trails;
    private final RunStopStore stops;
    private final TrailWatch watch;
    private final Workflows workflows;

    StopWork(InstanceQueries queries, TrailStore trails, RunStopStore stops, TrailWatch watch, Workflows workflows) {
        this.queries = queries;
        this.trails = trails;
        this.stops = stops;
        this.watch = watch;
        this.workflows = workflows;
    }

    /// Done twice it does nothing more. Throws what a later attempt may mend.
    void stop(UUID id) {
        ActionRun run = queries.findRun(id).orElseThrow();
        boolean wanted = stops.find(id).isPresent();
        if (run.phase() == RunPhase.SUCCEEDED || stops.isGoingOn(id) || (!wanted && !run.phase().isFinal())) {
            return;
        }
        if (wanted) {
            stop(run.namespace(), run.workflow());
        }
        List<Trail> own = trails.list(id).stream().filter(one -> !one.isChild()).toList();
        for (Trail parent : own) {
            for (WorkflowRun child : watch.children(parent)) {
                if (!child.isFinished()) {
                    stop(child.namespace(), child.name());
                }
            }
        }
    }

    private void stop(String namespace, String workflow) {
        try {
            if (!workflows.get(namespace, workflow).isFinished()) {
                workflows.control().stop(namespace, workflow);
            }
        } catch (ArgoException.NotFound gone) {
            trails.gone(namespace, workflow);
        }
    }
}
