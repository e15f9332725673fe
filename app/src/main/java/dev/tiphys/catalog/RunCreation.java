package dev.tiphys.catalog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.catalog.RunMilestone.Point;

/// Creates the workflow of a run, once however often it is tried: the name is fixed, and a name that exists is ours
/// only if it carries the run's id.
@Component
class RunCreation {

    private static final Logger log = LoggerFactory.getLogger(RunCreation.class);

    private final InstanceStore store;
    private final Workflows workflows;
    private final RunMilestone milestone;

    RunCreation(InstanceStore store, Workflows workflows, RunMilestone milestone) {
        this.store = store;
        this.workflows = workflows;
        this.milestone = milestone;
    }

    /// Why it cannot be; empty when the workflow exists.
    String create(ActionRun run) {
        milestone.passed(Point.BEFORE_CREATE);
        try {
            workflows.create(run.namespace(), store.manifest(run.id()));
            milestone.passed(Point.AFTER_CREATE);
            return "";
        } catch (ArgoException.Conflict taken) {
            return exists(run) ? "" : "A workflow named " + run.workflow() + " exists and belongs to somebody else.";
        } catch (ArgoException.Refused | ArgoException.NotFound refused) {
            log.warn("the workflow of run {} was refused: {}", run.id(), refused.getMessage());
            return "Argo Workflows refused it: " + refused.getMessage();
        }
    }

    /// Whether there is the workflow of this run.
    boolean exists(ActionRun run) {
        try {
            return run.id().toString()
                    .equals(workflows.get(run.namespace(), run.workflow()).labels().get(RunManifest.RUN));
        } catch (ArgoException.NotFound none) {
            return false;
        }
    }

    void recorded() {
        milestone.passed(Point.AFTER_RECORD);
    }
}
