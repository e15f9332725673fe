package dev.tiphys.sandbox.argocd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.argocd.SyncPlanner.SyncPlan;

/// One operation from pick-up to its end, with each state in between that a watcher of the real controller sees.
final class SyncRun {

    private static final Duration WAVE_POLL = Duration.ofSeconds(1);

    private final String name;
    private final SyncContext context;
    private final Predicate<SyncRun> current;
    private boolean terminating;
    private @Nullable SyncPlan plan;
    private List<Integer> waves = new ArrayList<>();

    SyncRun(String name, SyncContext context, Predicate<SyncRun> current) {
        this.name = name;
        this.context = context;
        this.current = current;
    }

    String name() {
        return name;
    }

    /// Does `step` after `delay`, unless the operation has been replaced, withdrawn or is being terminated by then.
    void schedule(Duration delay, Runnable step) {
        context.applications().world().clock().schedule(delay, () -> {
            if (current.test(this) && !terminating) {
                step.run();
            }
        });
    }

    void pickUp() {
        change(json -> {
            ObjectNode state = json.withObjectProperty("status").putObject("operationState");
            state.set("operation", json.path("operation").deepCopy());
            state.put("phase", "Running").put("startedAt", context.applications().now());
        });
        context.events().record(name, "OperationStarted", "Initiated "
                + (operation().path("initiatedBy").path("automated").asBoolean(false) ? "automated " : "") + "sync");
        schedule(context.timings().prepare(), this::prepare);
    }

    // What is gone in mid-operation reads as empty; the writes that follow find nothing either.
    private JsonNode read() {
        return context.applications().find(name).<JsonNode>map(Application::json)
                .orElseGet(MissingNode::getInstance);
    }

    private JsonNode operation() {
        return read().path("operation");
    }

    private void prepare() {
        context.applications().find(name).ifPresent(application -> {
            try {
                Cluster cluster = context.planner().cluster(application);
                if (!context.planner().canReach(cluster)) {
                    schedule(context.timings().unreachable(), () -> fail("Error",
                            "ComparisonError: Failed to load live state: " + DestinationProblem.unreachable(cluster)));
                    return;
                }
                SyncPlan made = context.planner().plan(application, application.operation());
                plan = made;
                waves = new ArrayList<>(made.waves().keySet());
                applyNextWave(made);
            } catch (IllegalArgumentException unrendered) {
                fail("Error", "ComparisonError: Failed to load target state: " + unrendered.getMessage());
            }
        });
    }

    private void applyNextWave(SyncPlan made) {
        boolean last = waves.size() <= 1;
        List<ObjectNode> objects = waves.isEmpty()
                ? List.of()
                : made.waves().getOrDefault(waves.removeFirst(),
                        List.of());
        boolean dryRun = isDryRun();
        if (!dryRun) {
            context.applications().find(name).ifPresent(application -> context.applier()
                    .createNamespace(made.member(), application));
        }
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        boolean good = true;
        for (ObjectNode object : objects) {
            good &= context.applier().apply(made.member(), object, dryRun, entries.addObject());
        }
        if (last) {
            boolean prune = operation().path("sync").path("prune").asBoolean(false) && !dryRun;
            made.extra().forEach(live -> context.applier().prune(live, prune, entries.addObject()));
        }
        change(json -> result(json, made).withArrayProperty("resources").addAll(entries));
        afterApply(made, objects, good, last);
    }

    private boolean isDryRun() {
        return operation().path("sync").path("dryRun").asBoolean(false);
    }

    private void afterApply(SyncPlan made, List<ObjectNode> objects, boolean good, boolean last) {
        if (!good) {
            schedule(context.timings().apply(), () -> fail("Failed", "one or more objects failed to apply"));
        } else if (made.waves().size() <= 1) {
            schedule(context.timings().apply(), () -> succeed(made));
        } else {
            schedule(context.timings().apply(), () -> awaitWave(made, objects, last));
        }
    }

    private static ObjectNode result(ObjectNode json, SyncPlan made) {
        ObjectNode state = json.withObjectProperty("status").withObjectProperty("operationState");
        ObjectNode result = state.withObjectProperty("syncResult");
        result.put("revision", made.revision());
        result.set("source", made.source().deepCopy());
        return result;
    }

    // With several waves each must be healthy before the next; a paused rollout holds the operation.
    private void awaitWave(SyncPlan made, List<ObjectNode> objects, boolean last) {
        List<ObjectNode> waiting = new ArrayList<>();
        for (ObjectNode object : objects) {
            Health health = context.planner().health(name, object);
            if (health.status().equals("Degraded") || health.status().equals("Missing")) {
                fail("Failed", "one or more synchronization tasks completed unsuccessfully");
                return;
            }
            if (!health.status().equals("Healthy")) {
                waiting.add(object);
            }
        }
        if (waiting.isEmpty()) {
            if (last) {
                succeed(made);
            } else {
                applyNextWave(made);
            }
            return;
        }
        String more = waiting.size() == 1 ? "" : " and " + (waiting.size() - 1) + " more resources";
        change(json -> state(json).put("message",
                "waiting for healthy state of " + ResourceKey.of(waiting.getFirst()) + more));
        schedule(WAVE_POLL, () -> awaitWave(made, objects, last));
    }

    private static ObjectNode state(ObjectNode json) {
        return json.withObjectProperty("status").withObjectProperty("operationState");
    }

    private void succeed(SyncPlan made) {
        boolean dryRun = isDryRun();
        if (!dryRun && !made.partial()) {
            change(json -> History.append(json, made, context.applications().now()));
        }
        complete("Succeeded", "successfully synced (all tasks run)", dryRun);
    }

    private void fail(String phase, String message) {
        JsonNode retry = operation().path("retry");
        long count = read().path("status").path("operationState").path("retryCount").asLong(0);
        long limit = retry.path("limit").asLong(0);
        if (limit < 0 || count < limit) {
            retry(retry, count, message);
        } else {
            complete(phase, count == 0 ? message : message + " (retried " + count + " times).", false);
        }
    }

    private void retry(JsonNode retry, long count, String message) {
        Duration backoff = RetryBackoff.of(retry.path("backoff"), count);
        change(json -> state(json).put("phase", "Running").put("finishedAt", context.applications().now())
                .put("retryCount", count + 1).put("message", message + ". Retrying attempt #" + (count + 1) + " at "
                        + RetryBackoff.kitchen(context.applications().world().clock().now().plus(backoff)) + "."));
        schedule(backoff, () -> {
            change(json -> {
                ObjectNode state = state(json);
                state.remove("finishedAt");
                state.remove("syncResult");
                state.put("message", "Retrying operation. Attempt #" + (count + 1));
            });
            prepare();
        });
    }

    /// Ends the operation soon, whatever it is doing.
    void terminate() {
        if (!terminating) {
            terminating = true;
            context.applications().world().clock().schedule(context.timings().terminate(), () -> {
                if (current.test(this)) {
                    complete("Failed", "Operation terminated", false);
                }
            });
        }
    }

    private void complete(String phase, String message, boolean dryRun) {
        change(json -> {
            state(json).put("phase", phase).put("message", message).put("finishedAt", context.applications().now());
            json.remove("operation");
        });
        context.events().record(name, "OperationCompleted",
                phase.equals("Succeeded") ? "Sync operation succeeded" : "Sync operation failed: " + message);
        if (!dryRun) {
            context.refresher().request(name, Refresher.Level.LATEST, context.timings().settle());
        }
    }

    private void change(Consumer<ObjectNode> change) {
        context.applications().change(name, change);
    }
}
