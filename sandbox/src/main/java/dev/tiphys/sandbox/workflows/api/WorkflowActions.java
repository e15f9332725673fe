package dev.tiphys.sandbox.workflows.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

/// The verbs on a running workflow. Each is one change of the object; the controller sees it and acts.
final class WorkflowActions {

    private static final List<String> PHASES = List.of("", "Succeeded", "Failed", "Error");

    private final World world;

    WorkflowActions(World world) {
        this.world = world;
    }

    void mount(ArgoServer server) {
        on(server, "suspend", (call, body, workflow) -> suspend(workflow));
        on(server, "resume", this::resume);
        on(server, "stop", this::stop);
        on(server, "terminate", (call, body, workflow) -> shutdown(workflow, "Terminate"));
        on(server, "set", this::set);
    }

    private void on(ArgoServer server, String verb, Action action) {
        server.on("PUT", "/api/v1/workflows/{namespace}/{name}/" + verb, call -> perform(call, verb, action));
    }

    private void perform(Call call, String verb, Action action) throws IOException {
        ObjectNode body = call.body("WorkflowActionRequest");
        ObjectNode after = world.store().update(World.HUB, Kind.WORKFLOW, call.namespace(), call.name(), workflow -> {
            action.apply(call, body, workflow);
            Actors.actor(workflow, verb.equals("set") ? "" : Character.toUpperCase(verb.charAt(0)) + verb.substring(1),
                    call.caller());
        });
        call.answer(Shapes.answer("Workflow", after));
    }

    private static void suspend(ObjectNode workflow) {
        if (isFinished(workflow)) {
            throw ArgoError.invalid("timed out waiting for the condition: cannot suspend completed workflows");
        }
        spec(workflow).put("suspend", true);
    }

    private void resume(Call call, ObjectNode body, ObjectNode workflow) {
        SuspendedNodes nodes = new SuspendedNodes(workflow, world.clock().now());
        String selector = body.path("nodeFieldSelector").asString("");
        if (selector.isEmpty()) {
            spec(workflow).remove("suspend");
            nodes.resumeAll();
        } else {
            nodes.update(selector, "Succeeded", "Resumed by: map[User:" + call.caller().subject() + "]", Map.of());
        }
    }

    private void stop(Call call, ObjectNode body, ObjectNode workflow) {
        String selector = body.path("nodeFieldSelector").asString("");
        if (selector.isEmpty()) {
            shutdown(workflow, "Stop");
        } else {
            new SuspendedNodes(workflow, world.clock().now()).update(selector, "Failed",
                    body.path("message").asString(""), Map.of());
        }
    }

    private static void shutdown(ObjectNode workflow, String strategy) {
        if (isFinished(workflow)) {
            throw ArgoError.internal("cannot shutdown a completed workflow: workflow: \""
                    + workflow.path("metadata").path("name").asString("") + "\", namespace: \""
                    + workflow.path("metadata").path("namespace").asString("") + "\"");
        }
        spec(workflow).put("shutdown", strategy);
    }

    private void set(Call call, ObjectNode body, ObjectNode workflow) {
        String phase = body.path("phase").asString("");
        if (!PHASES.contains(phase)) {
            throw ArgoError.internal(phase + " is an invalid phase to set to");
        }
        new SuspendedNodes(workflow, world.clock().now()).update(body.path("nodeFieldSelector").asString(""), phase,
                body.path("message").asString(""), outputs(body.path("outputParameters")));
    }

    private static Map<String, String> outputs(JsonNode parameters) {
        Map<String, String> outputs = new LinkedHashMap<>();
        if (parameters.isMissingNode() || (parameters.isString() && parameters.asString().isEmpty())) {
            return outputs;
        }
        if (!parameters.isString()) {
            throw ArgoError.invalid("json: cannot unmarshal object into Go struct field "
                    + "WorkflowSetRequest.outputParameters of type string");
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(parameters.asString());
            if (!json.isObject()) {
                throw ArgoError.internal("unable to parse output parameter set request: it is no JSON object");
            }
            json.properties().forEach(entry -> outputs.put(entry.getKey(),
                    entry.getValue().isString() ? entry.getValue().asString() : entry.getValue().toString()));
        } catch (JacksonException notJson) {
            throw ArgoError.internal("unable to parse output parameter set request: " + notJson.getOriginalMessage());
        }
        return outputs;
    }

    static boolean isFinished(ObjectNode workflow) {
        return List.of("Succeeded", "Failed", "Error")
                .contains(workflow.path("status").path("phase").asString(""));
    }

    private static ObjectNode spec(ObjectNode workflow) {
        return workflow.get("spec") instanceof ObjectNode spec ? spec : workflow.putObject("spec");
    }

    /// Changes a workflow; throws [ArgoError] when it may not.
    @FunctionalInterface
    private interface Action {

        void apply(Call call, ObjectNode body, ObjectNode workflow);
    }
}
