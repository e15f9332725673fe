package dev.tiphys.promotion;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.web.Refusal;

/// Where a decision becomes a row, an audit entry and a task, or a refusal on record. Works in the transaction of
/// whoever calls it.
@Component
class DecisionDesk {

    private static final int LONGEST_REASON = 2000;

    private final PromotionLedger ledger;
    private final PromotionRights rights;
    private final DecisionBook book;
    private final PromotionTasks tasks;
    private final PromotionNews news;
    private final Clock clock;

    DecisionDesk(PromotionLedger ledger, PromotionRights rights, DecisionBook book, PromotionTasks tasks,
            PromotionNews news, Clock clock) {
        this.ledger = ledger;
        this.rights = rights;
        this.book = book;
        this.tasks = tasks;
        this.news = news;
        this.clock = clock;
    }

    /// What is decided.
    ///
    /// @param node takes one answer
    record Question(String kind, String subject, String node) {}

    /// Who has no such right anywhere hears that, and not whether there is such a promotion.
    Promotion find(PromotionId id, PortalAction needed, Person person) {
        return ledger.find(id.value()).orElseGet(() -> {
            rights.requireSomewhere(person, needed);
            return ledger.get(id);
        });
    }

    void decideOrRecord(Promotion promotion, String kind, String environment, String wish, Person person,
            Runnable decision) {
        try {
            decision.run();
        } catch (Refusal refusal) {
            news.recordRefusal(ActionTaken.by(person, "promotion." + kind, "promotion", promotion.id().toString())
                    .change(null, wish).underPlan(promotion.planHash()), promotion.service(), environment, refusal);
            throw refusal;
        }
    }

    /// Refuses with 409, and says who was first, when the question is answered already.
    void enter(Promotion promotion, String environment, Question asked, String word, String reason, Person person) {
        refuseTooLong(reason);
        Decision decision = new Decision(UUID.randomUUID(), promotion.id().value(), asked.kind(), asked.subject(),
                asked.node(), word, reason.strip(), person.subject(), person.name(), clock.instant(), null);
        book.enter(decision);
        tasks.apply(decision.id());
        news.record(ActionTaken
                .by(person, "promotion." + asked.kind() + "-" + word, "promotion", promotion.id().toString())
                .change(null, asked.subject().isEmpty() ? word : asked.subject() + " " + word)
                .because(reason.isBlank() ? null : reason.strip()).underPlan(promotion.planHash()), promotion.service(),
                environment);
        news.changed(promotion.id());
    }

    // It is told to Argo with the decision, and shown wherever that is.
    static void refuseTooLong(String reason) {
        if (reason.strip().length() > LONGEST_REASON) {
            throw new Refusal.Invalid("reason", "A reason has at most 2,000 characters. Shorten it.");
        }
    }
}
