package dev.tiphys.sandbox.workloads;

import java.time.Duration;
import java.time.Instant;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.workloads.RolloutAnalysis.Place;
import dev.tiphys.sandbox.workloads.RolloutAnalysis.Verdict;

/// A blue-green's way: the new version complete beside the old one, then all traffic at once.
final class BlueGreen implements RolloutStrategy {

    private static final Duration SCALE_DOWN = Duration.ofSeconds(30);

    private final RolloutAnalysis analysis;

    BlueGreen(RolloutAnalysis analysis) {
        this.analysis = analysis;
    }

    @Override
    public void reset(RolloutTurn turn) {
        ObjectNode state = turn.status().withObjectProperty("blueGreen");
        state.remove(Place.PRE_PROMOTION.field());
        state.remove(Place.POST_PROMOTION.field());
        state.remove("scaleUpPreviewCheckPoint");
    }

    @Override
    public void advance(RolloutTurn turn) {
        ObjectNode state = turn.status().withObjectProperty("blueGreen");
        state.put("previewSelector", turn.isAborted() ? turn.text("stableRS") : turn.current().hash());
        if (turn.isAborted() && !turn.isFullyPromoted()) {
            withdraw(turn, state);
        } else if (turn.isInitial() || turn.isFullyPromoted()) {
            settle(turn, state);
        } else if (state.path("activeSelector").asString("").equals(turn.current().hash())) {
            verify(turn, state);
        } else {
            prepare(turn, state);
        }
    }

    private static boolean has(RolloutTurn turn, int replicas) {
        ReplicaSet set = turn.current();
        if (set.desired() != replicas || !set.scaleDownDeadline().isEmpty()) {
            set = turn.sets().scale(set, replicas);
        }
        return set.available() >= replicas;
    }

    private void settle(RolloutTurn turn, ObjectNode state) {
        if (has(turn, turn.replicas())) {
            state.put("activeSelector", turn.current().hash());
            turn.status().put("stableRS", turn.current().hash());
            turn.status().remove("promoteFull");
            turn.release();
            turn.others().forEach(set -> turn.retire(set, delay(turn, "scaleDownDelaySeconds")));
            analysis.terminateAll(turn);
        }
    }

    private void withdraw(RolloutTurn turn, ObjectNode state) {
        state.put("activeSelector", turn.text("stableRS"));
        Duration delay = delay(turn, "abortScaleDownDelaySeconds");
        if (!delay.isZero()) {
            turn.retire(turn.current(), delay);
        }
        analysis.terminateAll(turn);
    }

    private void prepare(RolloutTurn turn, ObjectNode state) {
        boolean full = turn.status().path("promoteFull").asBoolean(false);
        boolean checked = full || state.path("scaleUpPreviewCheckPoint").asBoolean(false);
        int preview = checked
                ? turn.replicas()
                : turn.blueGreen().path("previewReplicaCount").asInt(turn.replicas());
        if (!has(turn, preview)) {
            return;
        }
        if (full) {
            turn.release();
            state.put("activeSelector", turn.current().hash());
        } else if (!turn.spec().path("paused").asBoolean(false)
                && passes(turn, Place.PRE_PROMOTION, "prePromotionAnalysis", state) && isLetThrough(turn, state)) {
            if (preview < turn.replicas()) {
                state.put("scaleUpPreviewCheckPoint", true);
            } else {
                turn.release();
                state.put("activeSelector", turn.current().hash());
            }
        }
    }

    private static boolean isLetThrough(RolloutTurn turn, ObjectNode state) {
        JsonNode spec = turn.blueGreen();
        boolean automatic = spec.path("autoPromotionEnabled").asBoolean(true);
        JsonNode seconds = spec.path("autoPromotionSeconds");
        boolean waits = !automatic || seconds.asInt(0) > 0;
        if (!waits || turn.isReleased() || state.path("scaleUpPreviewCheckPoint").asBoolean(false)) {
            return true;
        }
        JsonNode pause = turn.status().path("pauseConditions").path(0);
        if (pause.isMissingNode()) {
            turn.pause("BlueGreenPause");
            return false;
        }
        if (seconds.asInt(0) == 0) {
            return false;
        }
        Instant end = Instant.parse(pause.path("startTime").asString()).plusSeconds(seconds.asInt());
        if (turn.now().isBefore(end)) {
            turn.lookAgainAfter(Duration.between(turn.now(), end));
            return false;
        }
        return true;
    }

    private void verify(RolloutTurn turn, ObjectNode state) {
        if (turn.status().path("promoteFull").asBoolean(false)
                || passes(turn, Place.POST_PROMOTION, "postPromotionAnalysis", state)) {
            turn.status().put("stableRS", turn.current().hash());
        }
    }

    private boolean passes(RolloutTurn turn, Place place, String field, ObjectNode state) {
        if (!turn.blueGreen().has(field)) {
            return true;
        }
        Verdict verdict = analysis.follow(turn, place, turn.blueGreen().path(field), state);
        switch (verdict) {
            case BAD -> turn.abort(place.failure(state));
            case UNCLEAR -> askAboutUnclear(turn, place, state);
            case OPEN, GOOD -> {
                // the run itself wakes the Rollout
            }
        }
        return verdict == Verdict.GOOD;
    }

    private static void askAboutUnclear(RolloutTurn turn, Place place, ObjectNode state) {
        if (turn.isReleased()) {
            turn.release();
            state.remove(place.field());
        } else if (!turn.isPaused()) {
            turn.pause("InconclusiveAnalysisRun");
        }
    }

    private static Duration delay(RolloutTurn turn, String field) {
        return GoDuration.parse(turn.blueGreen().path(field), SCALE_DOWN);
    }
}
