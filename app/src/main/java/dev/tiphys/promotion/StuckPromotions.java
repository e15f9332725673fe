package dev.tiphys.promotion;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.promotion.PromotionView.Waiting;

/// Notices promotions that have not moved for longer than they should, once for each time it happens.
@Component
class StuckPromotions {

    /// What goes on by itself when it goes on at all.
    private static final Set<String> BY_ITSELF = Set.of("submit", "applying", "workflow-unreachable");

    private final Promotions promotions;
    private final StallBook stalls;
    private final PromotionNews news;
    private final TransactionTemplate transactions;

    StuckPromotions(Promotions promotions, StallBook stalls, PromotionNews news, TransactionTemplate transactions) {
        this.promotions = promotions;
        this.stalls = stalls;
        this.news = news;
        this.transactions = transactions;
    }

    void look() {
        stalls.forgetThoseThatEnded();
        promotions.open().forEach(promotion -> transactions.executeWithoutResult(status -> note(promotion)));
    }

    private void note(PromotionView promotion) {
        Waiting waiting = promotion.waitingFor();
        if (waiting != null && isStuck(waiting)) {
            begun(promotion, waiting);
        } else if (stalls.end(promotion.id())) {
            news.waits(promotion.id(), waiting != null && waiting.code().equals("decision"));
        }
    }

    private boolean isStuck(Waiting waiting) {
        return waiting.code().equals(WaitingReason.STUCK)
                || (BY_ITSELF.contains(waiting.code()) && stalls.isTooLong(waiting.since()));
    }

    private void begun(PromotionView promotion, Waiting waiting) {
        if (stalls.begin(promotion.id(), waiting.since())) {
            news.record(ActionTaken
                    .by(Actor.portal("promotions"), "promotion.stuck", "promotion", promotion.id().toString())
                    .because(waiting.sentence()).underPlan(promotion.planHash()), promotion.service(), "");
            news.waits(promotion.id(), true);
            news.changed(promotion.id());
        }
    }
}
