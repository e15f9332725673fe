package dev.tiphys.promotion.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.web.PromotionPage.StepMark;
import dev.tiphys.promotion.web.PromotionPage.TargetCard;

/// Draws one target of a wave with the steps of its delivery.
final class TargetCards {

    private static final List<String> STEPS = List.of("set-version", "sync", "await-rollout", "verify");
    private static final Map<String, String> WORDS = Map.of("set-version", "set version", "sync", "sync",
            "await-rollout", "roll out", "verify", "verify");

    private TargetCards() {
    }

    static TargetCard of(PromotionId id, TargetView target) {
        boolean calm = target.phase().equals("LATER") || target.phase().equals("SUCCEEDED");
        return new TargetCard(target.cluster(), target.application(), Waves.status(target),
                target.phase().equals("LATER") ? List.of() : steps(target),
                target.phase().equals("RUNNING") ? target.canaryWeight() : null, target.canaryStep(),
                calm ? "" : target.reason(),
                target.podName().isEmpty() ? null : Links.target(id, target.application()));
    }

    private static List<StepMark> steps(TargetView target) {
        int now = STEPS.indexOf(target.step());
        List<StepMark> marks = new ArrayList<>();
        for (int index = 0; index < STEPS.size(); index++) {
            String css = target.phase().equals("SUCCEEDED") || index < now
                    ? "is-done"
                    : index == now ? now(target) : "";
            marks.add(new StepMark(WORDS.getOrDefault(STEPS.get(index), STEPS.get(index)), css));
        }
        return marks;
    }

    private static String now(TargetView target) {
        return switch (target.phase()) {
            case "ASKS", "FAILED" -> "is-failed";
            case "RUNNING" -> "is-now";
            default -> "";
        };
    }
}
