package dev.tiphys.sandbox.workflows.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.workflows.expr.Expression;
import dev.tiphys.sandbox.workflows.expr.ExpressionException;

/// Executes a template with a `retryStrategy`: a Retry node with one child for each try.
final class Retries {

    private final Pass pass;
    private final TemplateExecutor executor;

    Retries(Pass pass, TemplateExecutor executor) {
        this.pass = pass;
        this.executor = executor;
    }

    Optional<NodeStatus> execute(Work work) {
        NodeStatus retry = pass.run().find(work.nodeName())
                .orElseGet(() -> pass.create("Retry", work, "Running", ""));
        boolean mayTry = assess(retry, work);
        if (retry.isFulfilled() || !mayTry) {
            return Optional.of(retry);
        }
        Optional<NodeStatus> last = last(retry);
        int count = retry.children().size();
        boolean again = last.isEmpty() || last.get().isFulfilled();
        String name = again ? work.nodeName() + "(" + count + ")" : last.get().name();
        executor.dispatch(attempt(work, name, again ? count : count - 1, last)).ifPresent(child -> {
            child.json().putObject("nodeFlag").put("retried", true);
            pass.run().addChild(retry, child);
            assess(retry, work);
        });
        return Optional.of(retry);
    }

    private Work attempt(Work work, String name, int number, Optional<NodeStatus> last) {
        Variables variables = new Variables().put("retries", Integer.toString(number)).put("pod.name",
                NodeIds.pod(pass.run().name(), name, work.templateName()));
        last.ifPresent(node -> describe(node).forEach((key, value) -> variables.put("lastRetry." + key, value)));
        ObjectNode template = (ObjectNode) new Substitution(variables).apply(work.template());
        return work.named(name, template);
    }

    private Optional<NodeStatus> last(NodeStatus retry) {
        List<String> children = retry.children();
        return children.isEmpty() ? Optional.empty() : pass.run().findById(children.getLast());
    }

    /// Brings the Retry node up to date; whether its present or a next try may go on now.
    private boolean assess(NodeStatus retry, Work work) {
        Optional<NodeStatus> last = last(retry);
        if (last.isEmpty()) {
            return true;
        }
        NodeStatus child = last.get();
        if (!child.isFulfilled()) {
            pass.run().mark(retry, child.phase(), "");
            return true;
        }
        if (!child.hasFailed()) {
            pass.run().set(retry.json(), "outputs", child.outputs().deepCopy());
            pass.run().mark(retry, "Succeeded", "");
            return false;
        }
        return decide(retry, child, work.template().path("retryStrategy"));
    }

    // The order is that of the controller: even a failure that will not be retried waits for the backoff first.
    private boolean decide(NodeStatus retry, NodeStatus child, JsonNode strategy) {
        if (pass.run().isShutDownFor(retry.name())) {
            return end(retry, child, "Stopped with strategy '" + pass.run().shutdown() + "'");
        }
        if (strategy.has("backoff") && !passesBackoff(retry, child, strategy)) {
            return false;
        }
        if (!policyAllows(child, strategy)) {
            return end(retry, child, child.message());
        }
        if (strategy.has("limit") && retry.children().size() > limit(strategy)) {
            return end(retry, child, "No more retries left");
        }
        String expression = strategy.path("expression").asString("");
        if (!expression.isEmpty() && !wants(expression, child)) {
            return end(retry, child, "retryStrategy.expression evaluated to false");
        }
        return true;
    }

    private boolean end(NodeStatus retry, NodeStatus child, String message) {
        if (child.json().has("outputs")) {
            pass.run().set(retry.json(), "outputs", child.outputs().deepCopy());
        }
        pass.run().mark(retry, child.phase(), message);
        return false;
    }

    private boolean passesBackoff(NodeStatus retry, NodeStatus child, JsonNode strategy) {
        JsonNode backoff = strategy.path("backoff");
        Instant finished = child.finishedAt().orElse(pass.run().now());
        Duration wait = wait(backoff, retry.children().size());
        Instant end = finished.plus(wait);
        String longest = backoff.path("maxDuration").asString("");
        if (!longest.isEmpty()) {
            Instant first = pass.run().findById(retry.children().getFirst()).flatMap(NodeStatus::startedAt)
                    .orElse(finished);
            Instant deadline = first.plus(Durations.parse(longest));
            if (pass.run().now().isAfter(deadline)) {
                return end(retry, child, "Max duration limit exceeded");
            }
            if (end.isAfter(deadline)) {
                return end(retry, child, "Backoff would exceed max duration limit");
            }
        }
        // Without a limit the controller does not wait at all.
        if (pass.run().now().isBefore(end) && strategy.has("limit") && retry.children().size() <= limit(strategy)) {
            pass.run().mark(retry, retry.phase(), "Backoff for " + Durations.inWords(wait));
            pass.run().then(new Effect.WakeIn(Duration.between(pass.run().now(), end)));
            return false;
        }
        return true;
    }

    private static Duration wait(JsonNode backoff, int tries) {
        Duration base = Durations.parse(ArgumentBinding.text(backoff.path("duration")));
        double factor = backoff.has("factor") ? Double.parseDouble(ArgumentBinding.text(backoff.path("factor"))) : 1;
        Duration wait = factor > 0 ? Duration.ofMillis((long) (base.toMillis() * Math.pow(factor, tries - 1))) : base;
        String cap = backoff.path("cap").asString("");
        return cap.isEmpty() || wait.compareTo(Durations.parse(cap)) < 0 ? wait : Durations.parse(cap);
    }

    private static int limit(JsonNode strategy) {
        return (int) Double.parseDouble(ArgumentBinding.text(strategy.path("limit")));
    }

    private static boolean policyAllows(NodeStatus child, JsonNode strategy) {
        String otherwise = strategy.path("expression").asString("").isEmpty() ? "OnFailure" : "Always";
        return switch (strategy.path("retryPolicy").asString(otherwise)) {
            case "Always" -> true;
            case "OnError" -> child.phase().equals("Error");
            case "OnTransientError" -> false;
            default -> child.phase().equals("Failed");
        };
    }

    private boolean wants(String expression, NodeStatus child) {
        try {
            return Expression.parse(expression).evaluateBoolean(Map.of("lastRetry", describe(child)));
        } catch (ExpressionException invalid) {
            pass.run().put(child.json(), "message", invalid.toString());
            return false;
        }
    }

    private static Map<String, String> describe(NodeStatus child) {
        long seconds = child.startedAt().flatMap(start -> child.finishedAt().map(end -> Duration.between(start, end)))
                .orElse(Duration.ZERO).toSeconds();
        return Map.of("exitCode", child.outputs().path("exitCode").asString("-1"), "status", child.phase(), "message",
                child.message(), "duration", Long.toString(seconds));
    }
}
