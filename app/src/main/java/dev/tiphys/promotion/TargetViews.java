package dev.tiphys.promotion;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.rollouts.RolloutView;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.rollout.Rollouts;

/// Puts together what is shown of a target: what the workflow told, and what the fleet looks like there now.
@Component
class TargetViews {

    private final Fleet fleet;
    private final Rollouts rollouts;
    private final RolloutAsks asks;

    TargetViews(Fleet fleet, Rollouts rollouts, RolloutAsks asks) {
        this.fleet = fleet;
        this.rollouts = rollouts;
        this.asks = asks;
    }

    /// What people decided about the promotion, and which of its rollouts the portal holds.
    record Steering(boolean paused, List<Decision> decisions, Set<String> held) {}

    /// As it is shown, with the question of its rollout where that waits for a person.
    TargetView of(Target planned, TargetCourse seen, String version, Steering steering) {
        Optional<RolloutAsks.Ask> ask = steering.paused()
                ? Optional.empty()
                : asks.find(planned, seen, steering.decisions(), steering.held());
        TargetView view = of(planned, seen, version);
        if (ask.isPresent()) {
            return RolloutWords.asking(view, ask.get().view());
        }
        return seen.phase() == TargetPhase.RUNNING && steering.held().contains(seen.application())
                ? RolloutWords.held(view)
                : view;
    }

    private TargetView of(Target planned, TargetCourse seen, String version) {
        boolean open = seen.phase() == TargetPhase.RUNNING || seen.phase() == TargetPhase.ASKS;
        Optional<RolloutView> canary = open
                ? rollouts.find(planned.application()).filter(TargetViews::isCanary)
                : Optional.empty();
        String health = fleet.findApplication(planned.application()).map(FleetApplication::health).orElse("");
        return new TargetView(planned.application().name(), planned.application().project(), planned.cluster(),
                planned.environment(), seen.phase().name(), planned.from(), version, seen.step(),
                seen.phase() == TargetPhase.RUNNING ? now(seen, canary) : seen.reason(), weight(canary),
                canary.map(TargetViews::step).orElse(""), health, seen.podName(), seen.startedAt(), seen.finishedAt());
    }

    private static boolean isCanary(RolloutView view) {
        return view.strategy() == RolloutView.Strategy.CANARY && view.steps().count() > 0;
    }

    private static @Nullable Integer weight(Optional<RolloutView> canary) {
        return canary.map(view -> view.isFullyPromoted() ? 100 : view.weights().actual()).orElse(null);
    }

    private static String step(RolloutView view) {
        int count = view.steps().count();
        return view.steps().index() >= count
                ? "all " + count + " steps done"
                : "step " + (view.steps().index() + 1) + " of " + count;
    }

    private static String now(TargetCourse seen, Optional<RolloutView> canary) {
        return switch (seen.step()) {
            case "" -> "is about to begin";
            case "set-version" -> "the version is being set";
            case "sync" -> "Argo CD syncs it";
            case "await-rollout" -> canary.map(TargetViews::canary).orElse("its workload is rolled out");
            case "verify" -> "is watched: it must stay healthy";
            default -> seen.step();
        };
    }

    private static String canary(RolloutView view) {
        if (view.isFullyPromoted()) {
            return "the canary is through";
        }
        return "canary at " + view.weights().actual() + " %, " + step(view)
                + (view.isPaused() ? ", paused" : "");
    }
}
