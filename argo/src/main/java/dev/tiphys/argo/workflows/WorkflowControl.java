package dev.tiphys.argo.workflows;

/// Steering a running workflow.
public interface WorkflowControl {

    /// Ends one suspend node with its outputs in one call (`PUT …/set`, selected by id). A node decided before answers
    /// [dev.tiphys.argo.ArgoException.Conflict].
    void decide(String namespace, String name, Workflows.Decision decision);

    /// Fails one suspend node (`PUT …/stop` with a selector).
    void refuse(String namespace, String name, String nodeId, String message);

    /// Holds new nodes back (`spec.suspend: true`).
    void suspend(String namespace, String name);

    /// Clears `spec.suspend` alone, by a merge patch through the Kubernetes API: `PUT …/resume` would also finish every
    /// open suspend node.
    void resume(String namespace, String name);

    /// Ends the workflow, letting its exit handler run; one patch of `suspend` and `shutdown`, since a suspended
    /// workflow ignores a stop.
    void stop(String namespace, String name);

    /// Ends the workflow at once, without its exit handler.
    void terminate(String namespace, String name);

    /// Runs the failed nodes of a finished workflow again.
    void retry(String namespace, String name);
}
