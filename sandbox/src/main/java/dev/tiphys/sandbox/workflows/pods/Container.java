package dev.tiphys.sandbox.workflows.pods;

import java.util.Map;

/// What a pod's main container does once it runs.
interface Container {

    /// Begins; calls `exits` once, on any thread, unless the pod is killed before.
    void begin(RunningPod pod, Exit exits);

    /// Hears how a container ended. The message is what it left for the kubelet to read; empty for none.
    @FunctionalInterface
    interface Exit {

        void exited(int code, PodOutputs outputs, String message);
    }

    static PodReport report(PodRequest request, int code, PodOutputs outputs, String result, String left) {
        boolean lost = code == 0 && outputs.problem().isPresent();
        String phase = lost ? "Error" : code == 0 ? "Succeeded" : "Failed";
        String message = lost
                ? "failed to save outputs: " + outputs.problem().orElse("")
                : code == 0 ? "" : "Error (exit code " + code + ")" + (left.isEmpty() ? "" : ": " + left);
        return new PodReport(request.namespace(), request.workflow(), request.nodeId(), phase, message,
                Integer.toString(code), "", Map.copyOf(outputs.values()), result);
    }
}
