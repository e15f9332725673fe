package dev.tiphys.promotion;

import java.util.List;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.fleet.ClusterMoved;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.fleet.FleetCluster;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.recovery.Standstill;

/// Decides by a lock on the promotion's row what was first: that its workflow is about to be created, or that one of
/// its clusters has moved into another environment. A plan made for the former place is not carried out in the new one.
@Component
class SubmissionClaim {

    private final PromotionLedger ledger;
    private final PromotionQueries queries;
    private final SubmissionOutcome outcome;
    private final Fleet fleet;
    private final Standstill standstill;

    SubmissionClaim(PromotionLedger ledger, PromotionQueries queries, SubmissionOutcome outcome, Fleet fleet,
            Standstill standstill) {
        this.ledger = ledger;
        this.queries = queries;
        this.outcome = outcome;
        this.fleet = fleet;
        this.standstill = standstill;
    }

    /// The promotion to submit; empty when nothing is left to submit.
    @Transactional
    public Optional<Promotion> take(PromotionId id) {
        Promotion promotion = ledger.lock(id);
        if (promotion.phase() != PromotionPhase.PLANNED) {
            return Optional.empty();
        }
        // A start may have been under way when the move was told, so the fleet is looked at once more.
        Optional<String> moved = moved(PlanText.read(promotion.plan()), fleet.snapshot().clusters());
        if (moved.isPresent()) {
            outcome.voided(promotion, moved.get());
            return Optional.empty();
        }
        outcome.begun(promotion);
        return Optional.of(promotion);
    }

    static Optional<String> moved(Plan plan, List<FleetCluster> clusters) {
        return plan.targets().stream()
                .flatMap(target -> clusters.stream()
                        .filter(cluster -> cluster.name().equals(target.cluster())
                                && cluster.argoCd().equals(target.argoCd())
                                && !cluster.environment().equals(target.environment()))
                        .map(cluster -> new ClusterMoved(cluster.argoCd(), cluster.name(), target.environment(),
                                cluster.environment())))
                .map(SubmissionClaim::sentence).findFirst();
    }

    /// After the void plans, so that a start which held up their rows is seen here.
    @EventListener
    @Order(2)
    @Transactional
    public void endThoseOn(ClusterMoved moved) {
        // While the portal stands still nothing is begun; what is submitted afterwards is looked at then.
        if (standstill.isHeld()) {
            return;
        }
        for (PromotionId id : queries.planned()) {
            Promotion promotion = ledger.lock(id);
            if (promotion.phase() == PromotionPhase.PLANNED && !promotion.isClaimed()
                    && PlanText.read(promotion.plan()).targets().stream().anyMatch(target -> isOn(target, moved))) {
                outcome.voided(promotion, sentence(moved));
            }
        }
    }

    private static boolean isOn(Target target, ClusterMoved moved) {
        return moved.key().equals(target.argoCd() + "/" + target.cluster());
    }

    private static String sentence(ClusterMoved moved) {
        String words = moved.words();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
