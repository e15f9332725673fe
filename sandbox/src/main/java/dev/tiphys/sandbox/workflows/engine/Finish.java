package dev.tiphys.sandbox.workflows.engine;

import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.ObjectMeta;

/// Writes the end of a workflow: phase, message, labels, conditions, event and its time to live.
final class Finish {

    private final Run run;

    Finish(Run run) {
        this.run = run;
    }

    void as(String phase, String message) {
        ObjectNode status = run.status();
        status.put("phase", phase).put("finishedAt", run.now().toString());
        if (!status.path("startedAt").isString()) {
            status.put("startedAt", run.now().toString());
        }
        if (!message.isEmpty()) {
            status.put("message", message);
        }
        status.remove("conditions");
        status.putArray("conditions").addObject().put("type", "PodRunning").put("status", "False");
        ((tools.jackson.databind.node.ArrayNode) status.path("conditions")).addObject().put("type", "Completed")
                .put("status", "True");
        label(phase, true);
        String problem = message.isEmpty() ? "" : ": " + message;
        run.then(new Effect.Tell(phase.equals("Succeeded") ? "Normal" : "Warning", "Workflow" + phase,
                phase.equals("Succeeded") ? "Workflow completed" : "Workflow " + phase + problem));
        timeToLive(phase);
    }

    void label(String phase, boolean completed) {
        ObjectNode metadata = ObjectMeta.of(run.workflow());
        ObjectNode labels = metadata.get("labels") instanceof ObjectNode present
                ? present
                : metadata.putObject("labels");
        labels.put("workflows.argoproj.io/phase", phase);
        labels.put("workflows.argoproj.io/completed", Boolean.toString(completed));
    }

    private void timeToLive(String phase) {
        JsonNode strategy = run.spec().path("ttlStrategy");
        JsonNode own = strategy
                .path(phase.equals("Succeeded") ? "secondsAfterSuccess" : "secondsAfterFailure");
        JsonNode seconds = own.isMissingNode() ? strategy.path("secondsAfterCompletion") : own;
        if (seconds.isNumber()) {
            run.then(new Effect.DeleteAfter(Duration.ofSeconds(seconds.asLong())));
        }
    }
}
