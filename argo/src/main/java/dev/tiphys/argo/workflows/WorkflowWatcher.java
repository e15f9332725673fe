package dev.tiphys.argo.workflows;

import java.util.List;

import dev.tiphys.argo.ArgoException;

/// Hears what [Workflows#watch] sees. The runs carry no nodes: get those that matter.
public interface WorkflowWatcher {

    void listed(List<WorkflowRun> runs);

    void changed(WorkflowRun run);

    void deleted(WorkflowRun run);

    void interrupted(ArgoException reason);
}
