package dev.tiphys.promotion;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.rollout.Rollouts;

/// Lets on the rollout that a person said Continue to, if it still stands where that person saw it: once however often
/// it is tried, since a rollout that has gone on stands elsewhere.
@Component
class RolloutContinuation {

    private static final Logger log = LoggerFactory.getLogger(RolloutContinuation.class);

    private final Rollouts rollouts;

    RolloutContinuation(Rollouts rollouts) {
        this.rollouts = rollouts;
    }

    /// Throws [ArgoException] when it cannot be told now.
    void goOn(Promotion promotion, Decision decision) {
        Target target = PlanText.read(promotion.plan()).targets().stream()
                .filter(each -> each.application().toString().equals(decision.subject())).findFirst().orElseThrow();
        try {
            for (Rollouts.Live live : rollouts.look(target.argoCd(), target.application())) {
                if (RolloutAsks.node(decision.subject(), live.name(), live.view()).equals(decision.node())) {
                    rollouts.resume(target.argoCd(), target.application(), live);
                }
            }
        } catch (ArgoException.NotFound gone) {
            log.info("promotion {}: {} is gone: {}", promotion.id(), decision.subject(), gone.getMessage());
        }
    }
}
