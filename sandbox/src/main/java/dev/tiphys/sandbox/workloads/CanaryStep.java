package dev.tiphys.sandbox.workloads;

import java.time.Duration;
import java.time.Instant;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.KubeException;
import dev.tiphys.sandbox.workloads.RolloutAnalysis.Place;

/// The current step of a canary.
final class CanaryStep {

    private final RolloutAnalysis analysis;

    CanaryStep(RolloutAnalysis analysis) {
        this.analysis = analysis;
    }

    void advance(RolloutTurn turn, CanaryTraffic traffic) {
        JsonNode step = turn.steps().path(turn.index());
        if (turn.isReleased()) {
            release(turn, step);
        } else if (turn.isPaused()) {
            awaitPause(turn, step);
        } else if (step.has("setWeight")) {
            setWeight(turn, traffic, step.path("setWeight").asInt(0));
        } else if (step.has("pause")) {
            turn.pause("CanaryPauseStep");
        } else if (step.has("analysis")) {
            analyse(turn, step.path("analysis"));
        } else if (step.has("setCanaryScale")) {
            setScale(turn, traffic, step.path("setCanaryScale"));
        } else if (step.has("setHeaderRoute") || step.has("setMirrorRoute")) {
            next(turn);
        } else {
            throw KubeException.invalid("the sandbox plays no step of the kind " + step.propertyNames()
                    + "; use setWeight, pause, analysis or setCanaryScale");
        }
    }

    private static void next(RolloutTurn turn) {
        turn.status().put("currentStepIndex", turn.index() + 1);
        turn.status().withObjectProperty("canary").remove(Place.STEP.field());
    }

    private static void release(RolloutTurn turn, JsonNode step) {
        turn.release();
        ObjectNode canary = turn.status().withObjectProperty("canary");
        for (Place place : new Place[]{Place.STEP, Place.BACKGROUND}) {
            if (canary.path(place.field()).path("status").asString("").equals("Inconclusive")) {
                canary.remove(place.field());
            }
        }
        if (step.has("pause")) {
            next(turn);
        }
    }

    private static void awaitPause(RolloutTurn turn, JsonNode step) {
        JsonNode pause = turn.status().path("pauseConditions").path(0);
        JsonNode duration = step.path("pause").path("duration");
        if (duration.isMissingNode() || !pause.path("reason").asString("").equals("CanaryPauseStep")) {
            return;
        }
        Instant end = Instant.parse(pause.path("startTime").asString()).plus(GoDuration.parse(duration, Duration.ZERO));
        if (turn.now().isBefore(end)) {
            turn.lookAgainAfter(Duration.between(turn.now(), end));
        } else {
            turn.release();
            next(turn);
        }
    }

    private static void setWeight(RolloutTurn turn, CanaryTraffic traffic, int weight) {
        if (traffic.scaleTo(weight)) {
            traffic.route(weight);
            next(turn);
        }
    }

    private static void setScale(RolloutTurn turn, CanaryTraffic traffic, JsonNode scale) {
        int weight = turn.status().path("canary").path("weights").path("canary").path("weight").asInt(0);
        int replicas = scale.has("replicas")
                ? scale.path("replicas").asInt(0)
                : (turn.replicas() * scale.path("weight").asInt(weight) + 99) / 100;
        if (traffic.scaleTo(weight, replicas)) {
            next(turn);
        }
    }

    private void analyse(RolloutTurn turn, JsonNode wanted) {
        ObjectNode holder = turn.status().withObjectProperty("canary");
        switch (analysis.follow(turn, Place.STEP, wanted, holder)) {
            case GOOD -> next(turn);
            case BAD -> turn.abort(Place.STEP.failure(holder));
            case UNCLEAR -> pauseForUnclear(turn, Place.STEP);
            case OPEN -> {
                // its next measurement wakes the Rollout
            }
        }
    }

    /// Asks a person; once they let it go on, the analysis is made anew.
    void pauseForUnclear(RolloutTurn turn, Place place) {
        if (!turn.isPaused() && !turn.isReleased()) {
            turn.pause("InconclusiveAnalysisRun");
            turn.status().withObjectProperty("canary").withObjectProperty(place.field()).put("status",
                    "Inconclusive");
        }
    }
}
