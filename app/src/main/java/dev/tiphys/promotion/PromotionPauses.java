package dev.tiphys.promotion;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.web.Refusal;

/// Pauses promotions and lets them go on: nothing new starts meanwhile, and the rollouts in flight are held.
@Component
public class PromotionPauses {

    private final PromotionLedger ledger;
    private final PromotionRights rights;
    private final DecisionBook book;
    private final DecisionDesk desk;
    private final TransactionTemplate transactions;

    PromotionPauses(PromotionLedger ledger, PromotionRights rights, DecisionBook book, DecisionDesk desk,
            TransactionTemplate transactions) {
        this.ledger = ledger;
        this.rights = rights;
        this.book = book;
        this.desk = desk;
        this.transactions = transactions;
    }

    /// Holds it where it is. Refuses with 409 when it has not begun, has ended, is paused or being stopped.
    public void pause(PromotionId id, String reason, Person person) {
        decide(id, "pause", person, promotion -> {
            Hold hold = hold(promotion);
            refusePause(promotion, hold);
            desk.enter(promotion, "", new DecisionDesk.Question("hold", "", hold.nextPause()), "pause", reason, person);
        });
    }

    /// Lets it go on, with those rollouts that were held for the pause. Refuses with 409 when it is not paused.
    public void resume(PromotionId id, String reason, Person person) {
        decide(id, "resume", person, promotion -> {
            Hold hold = hold(promotion);
            refuseResume(promotion, hold);
            desk.enter(promotion, "", new DecisionDesk.Question("hold", "", hold.nextResume()), "resume", reason,
                    person);
        });
    }

    private interface Wish {
        void of(Promotion promotion);
    }

    private void decide(PromotionId id, String word, Person person, Wish wish) {
        transactions.executeWithoutResult(status -> {
            Promotion promotion = desk.find(id, PortalAction.PROMOTION_PAUSE, person);
            desk.decideOrRecord(promotion, "hold", "", word, person, () -> {
                ledger.course(id).waves().stream().filter(wave -> !wave.phase().isFinal()).map(WaveCourse::name)
                        .forEach(wave -> rights.requirePausing(person, promotion.service(), wave));
                wish.of(promotion);
            });
        });
    }

    private Hold hold(Promotion promotion) {
        return Hold.of(book.list(promotion.id()));
    }

    private static void refusePause(Promotion promotion, Hold hold) {
        refuseEnded(promotion, hold);
        hold.pause().ifPresent(pause -> {
            throw new Refusal.Conflict("Already " + pause.sentence() + ". Nothing was changed.");
        });
        if (promotion.phase() == PromotionPhase.PLANNED) {
            throw new Refusal.Conflict("It has not begun: its workflow is being created. Wait a moment, or stop it.");
        }
        if (promotion.phase() == PromotionPhase.PAUSED) {
            throw new Refusal.Conflict("Its workflow is suspended already. Nothing was changed.");
        }
    }

    private static void refuseResume(Promotion promotion, Hold hold) {
        refuseEnded(promotion, hold);
        Optional<Decision> resume = hold.resume();
        if (hold.pause().isEmpty() && resume.isPresent() && !promotion.since().isAfter(resume.get().at())) {
            throw new Refusal.Conflict("Already " + resume.get().sentence() + ". Nothing was changed.");
        }
        if (hold.pause().isEmpty() && promotion.phase() != PromotionPhase.PAUSED) {
            throw new Refusal.Conflict("It is not paused"
                    + resume.map(last -> ": it was " + last.sentence()).orElse("") + ". Nothing was changed.");
        }
    }

    private static void refuseEnded(Promotion promotion, Hold hold) {
        if (promotion.phase().isFinal()) {
            throw new Refusal.Conflict("This promotion has ended already. Nothing was changed.");
        }
        hold.stop().ifPresent(stop -> {
            throw new Refusal.Conflict("Already " + stop.sentence() + ". Nothing was changed.");
        });
    }
}
