package dev.tiphys.sandbox.workloads;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeException;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// The Rollouts controller of one sandbox: looks at a Rollout whenever something of it changes and writes its status.
final class RolloutController {

    private static final int HISTORY = 10;
    private static final Duration INVALID_RETRY = Duration.ofSeconds(20);

    private final World world;
    private final RolloutAnalysis analysis;
    private final Canary canary;
    private final BlueGreen blueGreen;
    private final WorkQueue queue;

    RolloutController(World world) {
        this.world = world;
        this.analysis = new RolloutAnalysis(world);
        this.canary = new Canary(analysis);
        this.blueGreen = new BlueGreen(analysis);
        this.queue = new WorkQueue(world.clock(), this::reconcile);
    }

    WorkQueue queue() {
        return queue;
    }

    void reconcile(ObjectKey key) {
        world.store().find(key.cluster(), Kind.ROLLOUT, key.namespace(), key.name())
                .filter(rollout -> !rollout.path("metadata").has("deletionTimestamp"))
                .ifPresent(rollout -> reconcile(key, rollout));
    }

    private void reconcile(ObjectKey key, ObjectNode rollout) {
        RolloutTurn turn = new RolloutTurn(world, key, rollout);
        try {
            move(turn);
            new RolloutReport(turn).write();
        } catch (KubeException invalid) {
            refuse(turn, Objects.requireNonNullElse(invalid.getMessage(), invalid.reason()));
        }
        restart(turn);
        commit(turn);
        turn.again().ifPresent(delay -> queue.addAfter(key, delay));
    }

    private void move(RolloutTurn turn) {
        RolloutStrategy strategy = strategy(turn);
        ObjectNode status = turn.status();
        boolean newTemplate = !turn.text("currentPodHash").equals(turn.current().hash());
        boolean newSteps = !turn.text("currentStepHash").isEmpty()
                && !turn.text("currentStepHash").equals(PodTemplate.hash(turn.steps()));
        if (newTemplate || newSteps) {
            status.put("currentPodHash", turn.current().hash());
            turn.release();
            status.remove(List.of("abort", "abortedAt", "promoteFull"));
            turn.conditions().remove("Progressing");
            analysis.terminateAll(turn);
            strategy.reset(turn);
        } else if (!turn.isAborted() && status.has("abortedAt")) {
            retry(turn, strategy);
        } else if (turn.isAborted() && !status.has("abortedAt") && !turn.isFullyPromoted()) {
            turn.abort("");
        }
        strategy.advance(turn);
        if (turn.isFullyPromoted()) {
            turn.sets().trim(turn.spec().path("revisionHistoryLimit").asInt(HISTORY));
            analysis.trim(turn);
        }
    }

    private static void retry(RolloutTurn turn, RolloutStrategy strategy) {
        turn.status().remove(List.of("abort", "abortedAt"));
        strategy.reset(turn);
        turn.conditions().set("Progressing", true, "RolloutRetry", "Retrying Rollout after abort");
        turn.conditions().touch("Progressing");
    }

    private RolloutStrategy strategy(RolloutTurn turn) {
        JsonNode strategy = turn.spec().path("strategy");
        if (strategy.has("canary") == strategy.has("blueGreen")) {
            throw KubeException.invalid("The Rollout \"" + turn.name() + "\" is invalid: spec.strategy: Required"
                    + " value: Rollout must have exactly one of canary and blueGreen");
        }
        return strategy.has("canary") ? canary : blueGreen;
    }

    private static void refuse(RolloutTurn turn, String why) {
        turn.conditions().set("InvalidSpec", true, "InvalidSpec", why);
        RolloutPhase phase = RolloutPhase.of(turn.spec(), turn.status());
        turn.status().put("phase", phase.phase()).put("message", phase.message()).put("observedGeneration",
                Long.toString(turn.generation()));
        turn.lookAgainAfter(INVALID_RETRY);
    }

    private void restart(RolloutTurn turn) {
        String wanted = turn.spec().path("restartAt").asString("");
        if (!wanted.isEmpty() && !wanted.equals(turn.rollout().path("status").path("restartedAt").asString(""))) {
            Pods pods = new Pods(world.store(), turn.key().cluster());
            turn.sets().list().forEach(set -> {
                pods.evict(set.object());
                world.store().find(turn.key().cluster(), Kind.REPLICA_SET, turn.key().namespace(), set.name())
                        .ifPresent(found -> pods.settle(found, set.desired(), true, false));
            });
        }
    }

    private void commit(RolloutTurn turn) {
        ObjectNode patch = StatusDiff.between(turn.rollout().path("status"), turn.status());
        ReplicaSet current = turn.current();
        world.store().update(turn.key().cluster(), Kind.ROLLOUT, turn.key().namespace(), turn.name(), object -> {
            dev.tiphys.sandbox.kube.MergePatch.apply(object.withObjectProperty("status"), patch);
            ObjectMeta.of(object).withObjectProperty("annotations").put(SetOwner.ROLLOUT.revisionAnnotation(),
                    Integer.toString(current.revision()));
            if (!object.path("spec").has("replicas")) {
                ((ObjectNode) object.path("spec")).put("replicas", 1);
            }
        });
    }
}
