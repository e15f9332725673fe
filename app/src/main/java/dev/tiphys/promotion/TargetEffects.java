package dev.tiphys.promotion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;

/// What the deliveries of a promotion did, for the record: one effect for each target that came to its end.
record TargetEffects(PromotionId promotion, String planHash, Plan plan) {

    /// One target's end.
    record Effect(ActionTaken action, String environment) {}

    List<Effect> between(Course before, Course after) {
        Map<String, Target> planned = plan.targets().stream()
                .collect(Collectors.toMap(target -> target.application().toString(), Function.identity()));
        Set<String> ended = before.targets().filter(TargetEffects::isEnd).map(TargetCourse::application)
                .collect(Collectors.toSet());
        return after.targets().filter(now -> isEnd(now) && !ended.contains(now.application()))
                .flatMap(now -> Stream.ofNullable(planned.get(now.application())).map(target -> effect(now, target)))
                .toList();
    }

    private static boolean isEnd(TargetCourse target) {
        return switch (target.phase()) {
            case SUCCEEDED, SKIPPED, FAILED -> true;
            case LATER, RUNNING, ASKS -> false;
        };
    }

    private Effect effect(TargetCourse end, Target target) {
        String to = end.phase() == TargetPhase.SKIPPED ? target.from() : plan.to(target);
        ActionTaken action = ActionTaken.by(Actor.portal("promotions"), code(end.phase()), "application",
                end.application()).change(target.from(), to).because(end.reason().isEmpty() ? null : end.reason())
                .on(target.cluster()).partOf(promotion.toString()).underPlan(planHash);
        return new Effect(end.phase() == TargetPhase.FAILED ? action.failed(end.reason()) : action,
                target.environment());
    }

    private static String code(TargetPhase phase) {
        return switch (phase) {
            case SUCCEEDED -> "target.promoted";
            case SKIPPED -> "target.skipped";
            case LATER, RUNNING, ASKS, FAILED -> "target.failed";
        };
    }
}
