package dev.tiphys.promotion;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.promotion.course.Course;

/// Writes down how the creation of a workflow went.
@Component
class SubmissionOutcome {

    private final PromotionLedger ledger;
    private final DecisionBook book;
    private final PromotionTasks tasks;
    private final PromotionNews news;
    private final Clock clock;

    SubmissionOutcome(PromotionLedger ledger, DecisionBook book, PromotionTasks tasks, PromotionNews news,
            Clock clock) {
        this.ledger = ledger;
        this.book = book;
        this.tasks = tasks;
        this.news = news;
        this.clock = clock;
    }

    @Transactional
    public void created(PromotionId id) {
        Promotion promotion = ledger.get(id);
        if (promotion.phase().isFinal()) {
            // Stopped while it was being created: the workflow that exists now has to be stopped too.
            book.find(id.value(), PromotionDecisions.STOP).ifPresent(stop -> tasks.apply(stop.id()));
            return;
        }
        if (promotion.begin(clock.instant())) {
            news.recordSubmitted(promotion);
        }
        news.changed(id);
    }

    @Transactional
    public void refused(PromotionId id, String why) {
        Promotion promotion = ledger.get(id);
        promotion.end(PromotionPhase.FAILED, "Tiphys", why, clock.instant());
        Course course = ledger.course(id);
        ledger.advance(promotion, course, course);
        news.record(ActionTaken.by(Actor.portal("promotions"), "promotion.failed", "promotion", id.toString())
                .change("PLANNED", "FAILED").because(why).underPlan(promotion.planHash()), promotion.service(), "");
        news.waits(id, false);
        news.changed(id);
    }

    /// It counts as submitted from here on, until an attempt has failed.
    void begun(Promotion promotion) {
        promotion.claim(clock.instant());
    }

    /// Its plan became void before it was submitted, in the transaction of whoever noticed.
    void voided(Promotion promotion, String why) {
        if (promotion.wasTried()) {
            // Argo Workflows may have created it without saying so: then it has to be stopped.
            Decision stop = new Decision(UUID.randomUUID(), promotion.id().value(), "stop", "",
                    PromotionDecisions.STOP, "stop", why, "tiphys", "Tiphys", clock.instant(), null);
            book.enter(stop);
            tasks.apply(stop.id());
        }
        refused(promotion.id(), why + " before it was submitted, so its plan is void. Plan it anew.");
    }

    @Transactional
    public void delayed(PromotionId id, ArgoException reason) {
        ledger.get(id).troubledBy(reason.getMessage() + ". " + reason.hint());
        news.changed(id);
    }
}
