package dev.tiphys.catalog;

import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;

/// Has a run go on from where it failed: first the children that failed, then the workflow that waits for them. Those
/// that went well are left alone, since it finds them by the same names.
@Component
class AgainWork {

    private final InstanceQueries queries;
    private final TrailStore trails;
    private final TrailWatch watch;
    private final Workflows workflows;
    private final AgainOutcome outcome;

    AgainWork(InstanceQueries queries, TrailStore trails, TrailWatch watch, Workflows workflows,
            AgainOutcome outcome) {
        this.queries = queries;
        this.trails = trails;
        this.watch = watch;
        this.workflows = workflows;
        this.outcome = outcome;
    }

    /// Done twice it does nothing more. Throws what a later attempt may mend.
    void goOn(UUID id) {
        ActionRun run = queries.findRun(id).orElseThrow();
        if (!outcome.isWanted(id)) {
            return;
        }
        try {
            for (Trail own : trails.list(id).stream().filter(one -> !one.isChild()).toList()) {
                watch.children(own).forEach(this::retry);
            }
            retryOrCreate(run);
            outcome.goesOn(run);
        } catch (ArgoException.Refused refused) {
            outcome.refused(run, "Argo Workflows does not try it again: " + refused.words());
        }
        watch.look(run.namespace(), run.workflow());
    }

    private void retryOrCreate(ActionRun run) {
        try {
            retry(workflows.get(run.namespace(), run.workflow()));
        } catch (ArgoException.NotFound gone) {
            create(run);
        }
    }

    // It was deleted meanwhile; made anew, it finds its children by their names.
    private void create(ActionRun run) {
        try {
            workflows.create(run.namespace(), outcome.manifest(run));
        } catch (ArgoException.Conflict made) {
            retry(workflows.get(run.namespace(), run.workflow()));
        }
    }

    private void retry(WorkflowRun workflow) {
        if (workflow.phase().equals("Failed") || workflow.phase().equals("Error")) {
            workflows.control().retry(workflow.namespace(), workflow.name());
        }
    }
}
