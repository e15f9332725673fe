package dev.tiphys.sandbox.workflows.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.workflows.pods.PodRequest;

/// Executes templates that need a pod.
final class PodExecutor {

    private final Pass pass;
    private final Parallelism parallelism;

    PodExecutor(Pass pass, Parallelism parallelism) {
        this.pass = pass;
        this.parallelism = parallelism;
    }

    Optional<NodeStatus> execute(Work work) {
        Optional<NodeStatus> existing = pass.run().find(work.nodeName());
        if (existing.isPresent()) {
            existing.filter(node -> !node.isFulfilled()).ifPresent(node -> keepDeadline(node, work));
            return existing;
        }
        if (pass.run().isShutDownFor(work.nodeName())) {
            return Optional.of(pass.create(type(work), work, "Failed",
                    "workflow shutdown with strategy: " + pass.run().shutdown()));
        }
        return parallelism.admitsPod() ? Optional.of(start(work)) : Optional.empty();
    }

    private NodeStatus start(Work work) {
        NodeStatus node = pass.create(type(work), work, "Pending", "");
        node.json().put("progress", "0/1");
        Run run = pass.run();
        run.then(new Effect.StartPod(new PodRequest(run.namespace(), run.name(),
                run.metadata().path("uid").asString(""), node.id(), node.name(),
                NodeIds.pod(run.name(), node.name(), work.templateName()), serviceAccount(work), work.template())));
        keepDeadline(node, work);
        return node;
    }

    private String serviceAccount(Work work) {
        String own = work.template().path("serviceAccountName").asString("");
        return own.isEmpty() ? pass.run().spec().path("serviceAccountName").asString("default") : own;
    }

    private static String type(Work work) {
        return work.template().has("http") ? "HTTP" : work.template().has("plugin") ? "Plugin" : "Pod";
    }

    private void keepDeadline(NodeStatus node, Work work) {
        Optional<Duration> limit = limit(work);
        if (limit.isEmpty()) {
            return;
        }
        Instant deadline = node.startedAt().orElse(pass.run().now()).plus(limit.get());
        if (pass.run().now().isBefore(deadline)) {
            pass.run().then(new Effect.WakeIn(Duration.between(pass.run().now(), deadline)));
            return;
        }
        pass.run().mark(node, "Failed", "Pod was active on the node longer than the specified deadline");
        pass.run().then(new Effect.StopPod(node.id()));
    }

    private static Optional<Duration> limit(Work work) {
        JsonNode seconds = work.template().path("activeDeadlineSeconds");
        if (!seconds.isMissingNode()) {
            return Optional.of(Durations.parse(ArgumentBinding.text(seconds)));
        }
        String timeout = work.template().path("timeout").asString("");
        return timeout.isEmpty() ? Optional.empty() : Optional.of(Durations.parse(timeout));
    }
}
