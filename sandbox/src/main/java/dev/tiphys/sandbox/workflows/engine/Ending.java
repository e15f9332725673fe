package dev.tiphys.sandbox.workflows.engine;

import java.time.Duration;
import java.time.Instant;

/// Ends what runs when a workflow is stopped, terminated or past its deadline.
final class Ending {

    private final Run run;

    Ending(Run run) {
        this.run = run;
    }

    void apply() {
        if (!run.shutdown().isEmpty()) {
            endAll("workflow shutdown with strategy:  " + run.shutdown(),
                    "Stopped with strategy '" + run.shutdown() + "'");
        } else if (isPastDeadline()) {
            endAll("Step exceeded its deadline", "Step exceeded its deadline");
        }
    }

    boolean isPastDeadline() {
        long seconds = run.spec().path("activeDeadlineSeconds").asLong(0);
        String started = run.status().path("startedAt").asString("");
        if (seconds == 0 || started.isEmpty()) {
            return false;
        }
        Instant deadline = Instant.parse(started).plusSeconds(seconds);
        if (run.now().isBefore(deadline)) {
            run.then(new Effect.WakeIn(Duration.between(run.now(), deadline)));
            return false;
        }
        return true;
    }

    private void endAll(String podMessage, String waitingMessage) {
        for (NodeStatus node : run.allNodes()) {
            if (node.isFulfilled() || (run.shutdown().equals("Stop") && run.isExit(node.name()))) {
                continue;
            }
            if (node.isType("Pod")) {
                run.mark(node, "Failed", node.phase().equals("Running") ? podMessage : waitingMessage);
                run.then(new Effect.StopPod(node.id()));
            } else if (node.isType("Suspend", "HTTP", "Plugin")) {
                run.mark(node, "Failed", waitingMessage);
                run.then(new Effect.StopPod(node.id()));
            }
        }
    }
}
