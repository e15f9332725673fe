package dev.tiphys.sandbox.workflows.pods;

import tools.jackson.databind.node.ObjectNode;

/// A pod that a node of a workflow needs.
///
/// @param workflowUid owner of the pod
/// @param serviceAccount as whom it acts in its cluster
/// @param template the node's template, all parameters filled in
public record PodRequest(String namespace, String workflow, String workflowUid, String nodeId, String nodeName,
        String podName, String serviceAccount, ObjectNode template) {

    /// What containers run of it: `container`, `script` or something that is only played.
    ObjectNode container() {
        for (String kind : new String[]{"container", "script"}) {
            if (template.get(kind) instanceof ObjectNode container) {
                return container;
            }
        }
        return template.objectNode();
    }
}
