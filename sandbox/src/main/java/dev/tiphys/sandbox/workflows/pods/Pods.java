package dev.tiphys.sandbox.workflows.pods;

/// What runs the pods of workflows. Reports come on the world's thread, in order, and never during these calls.
public interface Pods {

    void start(PodRequest request);

    /// Kills the node's pod if it has one that runs.
    void stop(String namespace, String nodeId);

    /// Kills and forgets all pods of a workflow that is gone.
    void forget(String namespace, String workflow);
}
