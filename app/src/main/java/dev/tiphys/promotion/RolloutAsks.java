package dev.tiphys.promotion;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.rollouts.RolloutView;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.rollout.Rollouts;

/// The questions that rollouts ask by standing still: a pause without an end, or a switch that nobody makes by itself.
/// The workflow knows nothing of them; its step waits for the rollout.
@Component
class RolloutAsks {

    private final Rollouts rollouts;

    RolloutAsks(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    /// One such question.
    ///
    /// @param node names this very pause, so that an answer counts once and for nothing else
    record Ask(String node, RolloutView view) {}

    /// @param decisions what people have answered already
    /// @param held the applications whose rollouts the portal holds itself
    Optional<Ask> find(Target planned, TargetCourse seen, List<Decision> decisions, Set<String> held) {
        if (!isAwaited(seen) || held.contains(seen.application())) {
            return Optional.empty();
        }
        return rollouts.find(planned.application()).filter(RolloutView::waitsForPerson)
                .filter(view -> !view.isFullyPromoted())
                .map(view -> new Ask(node(planned.application().toString(), view.namespace() + "/" + view.name(), view),
                        view))
                .filter(ask -> decisions.stream().noneMatch(decision -> decision.node().equals(ask.node())));
    }

    /// Whether nobody has looked at its rollout yet, as after a start of the portal.
    boolean isUnknown(Target planned, TargetCourse seen) {
        return isAwaited(seen) && rollouts.find(planned.application()).isEmpty();
    }

    private static boolean isAwaited(TargetCourse seen) {
        return seen.phase() == TargetPhase.RUNNING && seen.step().equals("await-rollout");
    }

    /// @param rollout as `namespace/name`
    static String node(String application, String rollout, RolloutView view) {
        return "continue " + application + " " + rollout + " " + view.revisions().current() + " " + view.steps().index()
                + " " + view.pauseKey();
    }
}
