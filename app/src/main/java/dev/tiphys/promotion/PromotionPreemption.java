package dev.tiphys.promotion;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.PlanRequest.Rollback;

/// Makes way for a rollback: the promotion that it undoes is stopped if it still runs, and hands its environments over
/// in the same transaction, so that no third promotion comes in between.
@Component
class PromotionPreemption {

    private final PromotionLedger ledger;
    private final PromotionRights rights;
    private final PromotionEnding ending;
    private final DecisionBook book;
    private final EnvironmentLocks locks;

    PromotionPreemption(PromotionLedger ledger, PromotionRights rights, PromotionEnding ending, DecisionBook book,
            EnvironmentLocks locks) {
        this.ledger = ledger;
        this.rights = rights;
        this.ending = ending;
        this.book = book;
        this.locks = locks;
    }

    /// @return why the rollback has to wait; empty when it can begin at once
    String makeWay(Rollback rollback, Plan plan, Person person) {
        Promotion promotion = ledger.get(new PromotionId(rollback.promotion()));
        if (promotion.phase().isFinal()) {
            return "";
        }
        if (book.find(promotion.id().value(), PromotionDecisions.STOP).isEmpty()) {
            ledger.course(promotion.id()).waves().stream().filter(wave -> !wave.phase().isFinal())
                    .map(WaveCourse::name)
                    .forEach(wave -> rights.requireSteering(person, promotion.service(), wave));
            ending.stop(promotion, "it is rolled back", person);
        }
        plan.waves().forEach(wave -> locks.release(promotion.id(), wave.name()));
        return promotion.service() + " " + promotion.version() + " is being stopped first.";
    }
}
