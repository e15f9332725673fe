package dev.tiphys.catalog;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;

/// Creates the workflow of a run, once however often it is tried: the name is fixed, and a name that exists is ours
/// only if it carries the run's id.
@Component
class RunSubmission {

    private static final Logger log = LoggerFactory.getLogger(RunSubmission.class);

    private final InstanceQueries queries;
    private final InstanceStore store;
    private final Workflows workflows;
    private final RunProgress progress;

    RunSubmission(InstanceQueries queries, InstanceStore store, Workflows workflows, RunProgress progress) {
        this.queries = queries;
        this.store = store;
        this.workflows = workflows;
        this.progress = progress;
    }

    /// Throws what a later attempt may mend: Argo Workflows down, or a token that is refused.
    void submit(UUID id) {
        ActionRun run = queries.findRun(id).orElseThrow();
        if (run.phase() != RunPhase.PLANNED) {
            return;
        }
        String refusal;
        try {
            refusal = create(run);
        } catch (ArgoException.Unavailable | ArgoException.Unauthenticated | ArgoException.Forbidden later) {
            progress.delayed(run, later.getMessage() + ". " + later.hint());
            throw later;
        }
        if (refusal.isEmpty()) {
            progress.created(run);
        } else {
            progress.ended(run, false, refusal);
        }
    }

    private String create(ActionRun run) {
        try {
            workflows.create(run.namespace(), store.manifest(run.id()));
            return "";
        } catch (ArgoException.Conflict exists) {
            WorkflowRun found = workflows.get(run.namespace(), run.workflow());
            return run.id().toString().equals(found.labels().get(RunManifest.RUN))
                    ? ""
                    : "A workflow named " + run.workflow() + " exists and belongs to somebody else.";
        } catch (ArgoException.Refused | ArgoException.NotFound refused) {
            log.warn("the workflow of run {} was refused: {}", run.id(), refused.getMessage());
            return "Argo Workflows refused it: " + refused.getMessage();
        }
    }
}
