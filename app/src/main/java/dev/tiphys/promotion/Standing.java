package dev.tiphys.promotion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;

/// Says in which phase an open promotion is: by its course, by the rollouts that wait for a person, and by who
/// holds it.
@Component
class Standing {

    private final DecisionBook book;
    private final HeldRollouts held;
    private final RolloutAsks asks;

    Standing(DecisionBook book, HeldRollouts held, RolloutAsks asks) {
        this.book = book;
        this.held = held;
        this.asks = asks;
    }

    /// @param who made it so
    record Phase(PromotionPhase phase, String who, String why) {}

    Phase of(Promotion promotion, Plan plan, Course course, boolean suspended) {
        List<Decision> decisions = book.list(promotion.id());
        return suspended
                ? paused(Hold.of(decisions))
                : moving(promotion, plan, course, decisions);
    }

    private static Phase paused(Hold hold) {
        return hold.pause()
                .map(pause -> new Phase(PromotionPhase.PAUSED, pause.byName(),
                        pause.reason().isEmpty() ? "paused" : pause.reason()))
                .orElse(new Phase(PromotionPhase.PAUSED, "Tiphys", "the workflow is suspended"));
    }

    private Phase moving(Promotion promotion, Plan plan, Course course, List<Decision> decisions) {
        Set<String> own = held.applications(List.of(promotion.id().value())).getOrDefault(promotion.id().value(),
                Set.of());
        Map<String, Target> planned = plan.targets().stream()
                .collect(Collectors.toMap(target -> target.application().toString(), Function.identity(), (a, b) -> a));
        List<TargetCourse> running = course.targets().filter(target -> target.phase() == TargetPhase.RUNNING).toList();
        long still = running.stream().filter(target -> Optional.ofNullable(planned.get(target.application()))
                .filter(known -> asks.find(known, target, decisions, own).isPresent()
                        || (promotion.phase() == PromotionPhase.WAITING && asks.isUnknown(known, target)))
                .isPresent()).count();
        boolean asked = course.isAsking() || still > 0;
        PromotionPhase phase = asked && still == running.size() ? PromotionPhase.WAITING : PromotionPhase.RUNNING;
        Optional<Decision> resumed = Hold.of(decisions).resume()
                .filter(resume -> promotion.phase() == PromotionPhase.PAUSED);
        return new Phase(phase, resumed.map(Decision::byName).orElse("Tiphys"),
                resumed.map(resume -> resume.reason().isEmpty() ? "resumed" : resume.reason())
                        .orElse(asked ? "a person is asked" : "goes on"));
    }
}
