package dev.tiphys.promotion;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.web.Refusal;

/// "I'm on it", said to a target that asks: everybody sees it, and everybody who may can still answer.
@Component
public class TargetCare {

    private final PromotionLedger ledger;
    private final PromotionRights rights;
    private final ParkedTargets parked;
    private final PromotionNews news;
    private final TransactionTemplate transactions;

    TargetCare(PromotionLedger ledger, PromotionRights rights, ParkedTargets parked, PromotionNews news,
            TransactionTemplate transactions) {
        this.ledger = ledger;
        this.rights = rights;
        this.parked = parked;
        this.news = news;
        this.transactions = transactions;
    }

    /// @param application its name, or `project/name`
    public void take(PromotionId id, String application, Person person) {
        change(id, "promotion.target-taken", application, person, target -> {
            if (!parked.take(id, target, person.subject(), person.name())) {
                throw new Refusal.Conflict("Somebody else is on it, or it no longer asks. You may still decide.");
            }
        });
    }

    public void release(PromotionId id, String application, Person person) {
        change(id, "promotion.target-released", application, person, target -> {
            if (!parked.release(id, target, person.subject())) {
                throw new Refusal.Conflict("You are not on it.");
            }
        });
    }

    private interface Change {
        void of(String target);
    }

    private void change(PromotionId id, String code, String application, Person person, Change change) {
        ActionTaken action = ActionTaken.by(person, code, "promotion", id.toString()).change(null, application);
        try {
            transactions.executeWithoutResult(status -> {
                if (ledger.find(id.value()).isEmpty()) {
                    rights.requireSomewhere(person, PortalAction.TARGET_DECIDE);
                }
                Promotion promotion = ledger.get(id);
                WaveCourse wave = wave(id, application);
                rights.requireSteering(person, promotion.service(), wave.name());
                change.of(find(wave, application).orElseThrow().application());
                news.record(action.underPlan(promotion.planHash()));
                news.waits(id, true);
                news.changed(id);
            });
        } catch (Refusal refusal) {
            news.recordRefusal(action, refusal);
            throw refusal;
        }
    }

    private WaveCourse wave(PromotionId id, String application) {
        return ledger.course(id).waves().stream().filter(wave -> find(wave, application).isPresent()).findFirst()
                .orElseThrow(() -> new Refusal.NotFound("This promotion has no target " + application + "."));
    }

    private static Optional<TargetCourse> find(WaveCourse wave, String application) {
        return wave.targets().stream().filter(target -> target.application().equals(application)
                || target.application().endsWith("/" + application)).findFirst();
    }
}
