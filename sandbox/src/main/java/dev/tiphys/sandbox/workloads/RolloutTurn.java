package dev.tiphys.sandbox.workloads;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// One look of the controller at one Rollout: what it finds, and the status that it is about to write.
final class RolloutTurn {

    private final ObjectKey key;
    private final ObjectNode rollout;
    private final ObjectNode status;
    private final Instant now;
    private final ReplicaSets sets;
    private final ReplicaSet current;
    private @Nullable Duration again;

    RolloutTurn(World world, ObjectKey key, ObjectNode rollout) {
        this.key = key;
        this.rollout = rollout;
        this.status = rollout.path("status") instanceof ObjectNode present
                ? present.deepCopy()
                : rollout.objectNode();
        this.now = world.clock().now();
        this.sets = new ReplicaSets(world, key.cluster(), SetOwner.ROLLOUT, rollout);
        this.current = sets.current();
    }

    ObjectKey key() {
        return key;
    }

    ObjectNode rollout() {
        return rollout;
    }

    JsonNode spec() {
        return rollout.path("spec");
    }

    JsonNode canary() {
        return spec().path("strategy").path("canary");
    }

    JsonNode blueGreen() {
        return spec().path("strategy").path("blueGreen");
    }

    ObjectNode status() {
        return status;
    }

    Conditions conditions() {
        return new Conditions(status, now);
    }

    Instant now() {
        return now;
    }

    ReplicaSets sets() {
        return sets;
    }

    /// The set of the present template.
    ReplicaSet current() {
        return sets.find(current.hash()).orElse(current);
    }

    Optional<ReplicaSet> stable() {
        return sets.find(text("stableRS"));
    }

    List<ReplicaSet> others() {
        return sets.list().stream().filter(set -> !set.hash().equals(current.hash())).toList();
    }

    int replicas() {
        return spec().path("replicas").asInt(1);
    }

    JsonNode steps() {
        return canary().path("steps");
    }

    int index() {
        return status.path("currentStepIndex").asInt(0);
    }

    String text(String field) {
        return status.path(field).asString("");
    }

    boolean isInitial() {
        return text("stableRS").isEmpty();
    }

    boolean isFullyPromoted() {
        return text("stableRS").equals(current.hash());
    }

    boolean isAborted() {
        return status.path("abort").asBoolean(false);
    }

    boolean isPaused() {
        return spec().path("paused").asBoolean(false) || !status.path("pauseConditions").isEmpty();
    }

    /// Someone took the pause conditions away: the sign to go on.
    boolean isReleased() {
        return status.path("controllerPause").asBoolean(false) && status.path("pauseConditions").isEmpty();
    }

    void pause(String reason) {
        status.putArray("pauseConditions").addObject().put("reason", reason).put("startTime",
                now.truncatedTo(ChronoUnit.SECONDS).toString());
        status.put("controllerPause", true);
    }

    void release() {
        status.remove(List.of("pauseConditions", "controllerPause"));
    }

    void abort(String why) {
        release();
        status.put("abort", true).put("abortedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
        String message = "Rollout aborted update to revision " + current().revision();
        conditions().set("Progressing", false, "RolloutAborted", why.isEmpty() ? message : message + ": " + why);
    }

    void lookAgainAfter(Duration delay) {
        if (again == null || delay.compareTo(again) < 0) {
            again = delay;
        }
    }

    Optional<Duration> again() {
        return Optional.ofNullable(again);
    }

    /// Takes a set down after the delay that the strategy names, at the soonest.
    void retire(ReplicaSet set, Duration delay) {
        sets.scaleDownAfter(set, delay).ifPresent(this::lookAgainAfter);
    }

    long generation() {
        return rollout.path("metadata").path("generation").asLong(1);
    }

    String name() {
        return ObjectMeta.name(rollout);
    }
}
