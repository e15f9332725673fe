package dev.tiphys.promotion;

import dev.tiphys.argo.rollouts.RolloutView;
import dev.tiphys.promotion.PromotionView.Continuation;
import dev.tiphys.promotion.PromotionView.TargetView;

/// What a target looks like whose rollout stands still for a person, or for a paused promotion.
final class RolloutWords {

    private RolloutWords() {
    }

    static TargetView asking(TargetView target, RolloutView view) {
        boolean blueGreen = view.strategy() == RolloutView.Strategy.BLUE_GREEN;
        var own = view.ownPause();
        Continuation waiting = new Continuation(blueGreen ? "blue-green" : "canary", target.canaryStep(), target.from(),
                view.services().active(), target.to(), view.services().preview(), own == null ? null : own.since());
        return changed(target, "ASKS", reason(target, view, blueGreen)).continued(waiting);
    }

    private static String reason(TargetView target, RolloutView view, boolean blueGreen) {
        String reason = view.pause() == null ? "" : view.pause().reason();
        if (reason.startsWith("Inconclusive")) {
            return "its analysis says neither yes nor no, and waits for a person";
        }
        if (view.manuallyPaused()) {
            return "its rollout was paused by hand" + at(target);
        }
        return blueGreen
                ? target.to() + " runs beside " + target.from() + " and waits for a person to switch the traffic"
                : "its canary waits for a person" + at(target);
    }

    private static String at(TargetView target) {
        return target.canaryStep().isEmpty()
                ? ""
                : " at " + target.canaryStep() + ", with " + target.canaryWeight() + " % of the traffic";
    }

    static TargetView held(TargetView target) {
        return changed(target, target.phase(), "held where it is: " + target.reason());
    }

    private static TargetView changed(TargetView target, String phase, String reason) {
        return new TargetView(target.application(), target.project(), target.cluster(), target.environment(), phase,
                target.from(), target.to(), target.step(), reason, target.canaryWeight(), target.canaryStep(),
                target.health(), target.podName(), target.startedAt(), target.finishedAt());
    }
}
