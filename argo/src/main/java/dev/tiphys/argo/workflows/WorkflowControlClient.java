package dev.tiphys.argo.workflows;

import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.http.Call;
import dev.tiphys.argo.http.ErrorBody;
import dev.tiphys.argo.http.Transport;
import dev.tiphys.argo.hub.Hub;
import dev.tiphys.argo.json.JsonView;

/// [WorkflowControl] over the Argo Server, save for the verbs that only a patch of the object does right.
final class WorkflowControlClient implements WorkflowControl {

    private final Transport transport;
    private final Hub hub;

    WorkflowControlClient(Transport transport, Hub hub) {
        this.transport = transport;
        this.hub = hub;
    }

    @Override
    public void decide(String namespace, String name, Workflows.Decision decision) {
        ObjectNode outputs = JsonView.object();
        decision.outputs().forEach(outputs::put);
        ObjectNode body = selected(decision.nodeId(), decision.message()).put("phase", "Succeeded");
        if (!outputs.isEmpty()) {
            // The outputs travel as a JSON text inside the JSON.
            body.put("outputParameters", JsonView.write(outputs));
        }
        put("set", namespace, name, body);
    }

    @Override
    public void refuse(String namespace, String name, String nodeId, String message) {
        put("stop", namespace, name, selected(nodeId, message));
    }

    @Override
    public void suspend(String namespace, String name) {
        put("suspend", namespace, name, JsonView.object());
    }

    @Override
    public void resume(String namespace, String name) {
        hub.patchWorkflow(namespace, name, "{\"spec\":{\"suspend\":null}}");
    }

    @Override
    public void stop(String namespace, String name) {
        hub.patchWorkflow(namespace, name, "{\"spec\":{\"suspend\":null,\"shutdown\":\"Stop\"}}");
    }

    @Override
    public void terminate(String namespace, String name) {
        hub.patchWorkflow(namespace, name, "{\"spec\":{\"suspend\":null,\"shutdown\":\"Terminate\"}}");
    }

    @Override
    public void retry(String namespace, String name) {
        put("retry", namespace, name, JsonView.object());
    }

    private static ObjectNode selected(String nodeId, String message) {
        return JsonView.object().put("nodeFieldSelector", "id=" + nodeId).put("message", message);
    }

    private void put(String verb, String namespace, String name, ObjectNode body) {
        Call call = Call
                .of("PUT", verb + " workflow", namespace + "/" + name, "api", "v1", "workflows", namespace, name,
                        verb)
                .withBody(JsonView.write(body));
        transport.send(call, (status, error) -> meaning(call, status, error));
    }

    /// The server answers 500 to what only comes too late or does not fit.
    private Optional<ArgoException> meaning(Call call, int status, ErrorBody error) {
        if (error.words().contains("no suspend nodes matching")) {
            return Optional.of(new ArgoException.Conflict(transport.system(), call.operation(), error.words(),
                    "The question was decided before; look at its outcome."));
        }
        boolean unfit = error.words().contains("node is not expecting")
                || error.words().contains("cannot shutdown a completed workflow");
        return unfit
                ? Optional.of(new ArgoException.Refused(transport.system(), call.operation(), status,
                        error.words(), "Look at the workflow's present state."))
                : Optional.empty();
    }
}
