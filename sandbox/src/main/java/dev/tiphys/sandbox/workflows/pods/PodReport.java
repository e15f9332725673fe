package dev.tiphys.sandbox.workflows.pods;

import java.util.Map;

/// How a pod fares.
///
/// @param phase `Pending`, `Running`, `Succeeded`, `Failed` or `Error`
/// @param message empty for none
/// @param exitCode of the main container; empty while it runs
/// @param progress as the container reports it, such as `3/10`; empty for none
/// @param outputs values of the template's output parameters
/// @param result the standard output
public record PodReport(String namespace, String workflow, String nodeId, String phase, String message,
        String exitCode, String progress, Map<String, String> outputs, String result) {

    public PodReport {
        outputs = Map.copyOf(outputs);
    }

    static PodReport of(PodRequest request, String phase, String message) {
        return new PodReport(request.namespace(), request.workflow(), request.nodeId(), phase, message, "", "",
                Map.of(), "");
    }

    static PodReport progress(PodRequest request, String progress) {
        return new PodReport(request.namespace(), request.workflow(), request.nodeId(), "Running", "", "", progress,
                Map.of(), "");
    }
}
