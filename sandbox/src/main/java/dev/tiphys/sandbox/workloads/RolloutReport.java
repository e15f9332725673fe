package dev.tiphys.sandbox.workloads;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The part of a Rollout's status that follows from the rest: counts, conditions, phase.
final class RolloutReport {

    private static final long DEADLINE_SECONDS = 600;

    private final RolloutTurn turn;
    private final JsonNode before;

    RolloutReport(RolloutTurn turn) {
        this.turn = turn;
        this.before = turn.rollout().path("status");
    }

    void write() {
        ObjectNode status = turn.status();
        status.put("observedGeneration", Long.toString(turn.generation()));
        count(status);
        conditions();
        if (turn.spec().path("restartAt").isString()) {
            status.put("restartedAt", turn.spec().path("restartAt").asString());
        }
        writePhase(status);
    }

    private void writePhase(ObjectNode status) {
        RolloutPhase phase = RolloutPhase.of(turn.spec(), status);
        boolean healthy = phase.phase().equals("Healthy");
        turn.conditions().set("Healthy", healthy, healthy ? "RolloutHealthy" : "RolloutNotHealthy",
                healthy ? "Rollout is healthy" : "Rollout is not healthy");
        status.put("phase", phase.phase());
        if (phase.message().isEmpty()) {
            status.remove("message");
        } else {
            status.put("message", phase.message());
        }
    }

    private void count(ObjectNode status) {
        List<ReplicaSet> all = turn.sets().list();
        int available = sum(all, ReplicaSet::available);
        status.put("replicas", sum(all, ReplicaSet::replicas)).put("updatedReplicas", turn.current().replicas());
        status.put("readyReplicas", available).put("availableReplicas", available);
        status.put("HPAReplicas", sum(all, ReplicaSet::replicas));
        StringBuilder selector = new StringBuilder();
        turn.spec().path("selector").path("matchLabels").properties().forEach(label -> selector
                .append(selector.isEmpty() ? "" : ",").append(label.getKey()).append('=')
                .append(label.getValue().asString("")));
        status.put("selector", selector.toString());
    }

    private static int sum(List<ReplicaSet> sets, ToIntFunction<ReplicaSet> number) {
        return sets.stream().mapToInt(number).sum();
    }

    private void conditions() {
        Conditions conditions = turn.conditions();
        conditions.remove("InvalidSpec");
        boolean available = turn.status().path("availableReplicas").asInt() >= turn.replicas();
        conditions.set("Available", available, available ? "AvailableReason" : "ReplicaSetNotAvailable",
                available ? "Rollout has minimum availability" : "Rollout does not have minimum availability");
        boolean completed = turn.isFullyPromoted();
        conditions.set("Completed", completed, completed ? "RolloutCompleted" : "RolloutNotCompleted",
                completed
                        ? "RolloutCompleted"
                        : "Rollout not completed, started update to revision "
                                + turn.current().revision());
        boolean paused = turn.isPaused();
        conditions.set("Paused", paused, "RolloutPaused", paused ? "Rollout is paused" : "Rollout is not paused");
        progress(conditions);
    }

    private void progress(Conditions conditions) {
        if (turn.isAborted() && !turn.isFullyPromoted()) {
            return;
        }
        String set = "ReplicaSet \"" + turn.current().name() + "\"";
        if (turn.isFullyPromoted() && turn.current().available() >= turn.replicas()) {
            conditions.set("Progressing", true, "NewReplicaSetAvailable", set + " has successfully progressed.");
        } else if (turn.isPaused()) {
            conditions.set("Progressing", "Unknown", "RolloutPaused", "Rollout is paused");
        } else if (hasMoved() || conditions.reason("Progressing").isEmpty()) {
            conditions.set("Progressing", true, "ReplicaSetUpdated", set + " is progressing.");
            conditions.touch("Progressing");
        } else if (!isWaitingByDesign()) {
            watchDeadline(conditions, set);
        }
    }

    private boolean hasMoved() {
        for (String field : new String[]{"replicas", "availableReplicas", "updatedReplicas", "currentStepIndex",
                "currentPodHash",
                "stableRS", "pauseConditions", "abort"}) {
            if (!before.path(field).equals(turn.status().path(field))) {
                return true;
            }
        }
        return false;
    }

    // Pauses, analyses and experiments do not count against the progress deadline.
    private boolean isWaitingByDesign() {
        JsonNode step = turn.steps().path(turn.index());
        return step.has("pause") || step.has("analysis")
                || turn.status().path("blueGreen").has("prePromotionAnalysisRunStatus");
    }

    private void watchDeadline(Conditions conditions, String set) {
        Instant moved = Instant.parse(conditions.find("Progressing").path("lastUpdateTime").asString());
        Instant deadline = moved
                .plusSeconds(turn.spec().path("progressDeadlineSeconds").asLong(DEADLINE_SECONDS));
        if (turn.now().isBefore(deadline)) {
            turn.lookAgainAfter(Duration.between(turn.now(), deadline));
        } else if (turn.spec().path("progressDeadlineAbort").asBoolean(false)) {
            turn.abort(set + " has timed out progressing.");
        } else if (!conditions.reason("Progressing").equals("ProgressDeadlineExceeded")) {
            conditions.set("Progressing", false, "ProgressDeadlineExceeded", set + " has timed out progressing.");
        }
    }
}
