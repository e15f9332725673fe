package dev.tiphys.promotion;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// The decision that ends a promotion, in the transaction of whoever decides it.
@Component
class PromotionEnding {

    private final DecisionDesk desk;
    private final Gates gates;

    PromotionEnding(DecisionDesk desk, Gates gates) {
        this.desk = desk;
        this.gates = gates;
    }

    void stop(Promotion promotion, String reason, Person person) {
        if (promotion.phase().isFinal()) {
            throw new Refusal.Conflict("This promotion has ended already. Nothing was changed.");
        }
        desk.enter(promotion, "", new DecisionDesk.Question("stop", "", PromotionDecisions.STOP), "stop", reason,
                person);
        gates.close(promotion, "the promotion was stopped");
    }
}
