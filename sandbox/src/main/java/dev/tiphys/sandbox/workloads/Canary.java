package dev.tiphys.sandbox.workloads;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.workloads.RolloutAnalysis.Place;

/// A canary's way: step by step from the stable version to the new one.
final class Canary implements RolloutStrategy {

    private final RolloutAnalysis analysis;
    private final CanaryStep step;

    Canary(RolloutAnalysis analysis) {
        this.analysis = analysis;
        this.step = new CanaryStep(analysis);
    }

    @Override
    public void reset(RolloutTurn turn) {
        boolean backToStable = turn.isFullyPromoted();
        turn.status().put("currentStepIndex", backToStable || turn.isInitial() ? turn.steps().size() : 0);
        turn.status().put("currentStepHash", PodTemplate.hash(turn.steps()));
        turn.status().withObjectProperty("canary").remove(Place.STEP.field());
        turn.status().withObjectProperty("canary").remove(Place.BACKGROUND.field());
    }

    @Override
    public void advance(RolloutTurn turn) {
        CanaryTraffic traffic = new CanaryTraffic(turn);
        if (turn.isInitial() || turn.isFullyPromoted()) {
            settle(turn, traffic);
        } else if (turn.isAborted()) {
            withdraw(turn, traffic);
        } else if (turn.status().path("promoteFull").asBoolean(false) || turn.index() >= turn.steps().size()) {
            promote(turn, traffic);
        } else {
            traffic.retireBetween();
            background(turn);
            if (!turn.isAborted() && !turn.spec().path("paused").asBoolean(false)) {
                step.advance(turn, traffic);
            }
        }
    }

    private void settle(RolloutTurn turn, CanaryTraffic traffic) {
        turn.status().put("currentStepIndex", turn.steps().size());
        traffic.route(0);
        if (traffic.allOn(turn.current())) {
            turn.status().put("stableRS", turn.current().hash());
            turn.status().remove("promoteFull");
            traffic.retireOthers();
            analysis.terminateAll(turn);
        }
    }

    private void withdraw(RolloutTurn turn, CanaryTraffic traffic) {
        turn.status().put("currentStepIndex", 0);
        traffic.route(0);
        turn.stable().ifPresent(traffic::allOn);
        traffic.retireCanary();
        analysis.terminateAll(turn);
    }

    private void promote(RolloutTurn turn, CanaryTraffic traffic) {
        turn.release();
        if (!turn.status().path("promoteFull").asBoolean(false)) {
            background(turn);
            if (turn.isAborted()) {
                return;
            }
        }
        if (traffic.scaleTo(100)) {
            turn.status().put("currentStepIndex", turn.steps().size());
            traffic.route(100);
            turn.status().put("stableRS", turn.current().hash());
        }
    }

    private void background(RolloutTurn turn) {
        if (!turn.canary().has("analysis")
                || turn.index() < turn.canary().path("analysis").path("startingStep").asInt(0)) {
            return;
        }
        ObjectNode holder = turn.status().withObjectProperty("canary");
        switch (analysis.follow(turn, Place.BACKGROUND, turn.canary().path("analysis"), holder)) {
            case BAD -> turn.abort(Place.BACKGROUND.failure(holder));
            case UNCLEAR -> step.pauseForUnclear(turn, Place.BACKGROUND);
            case OPEN, GOOD -> {
                // goes on beside the steps
            }
        }
    }
}
