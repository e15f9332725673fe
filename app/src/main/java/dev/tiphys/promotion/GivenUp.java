package dev.tiphys.promotion;

import java.time.Clock;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.tiphys.promotion.course.Course;
import dev.tiphys.web.Refusal;

/// Gives up what a restored database still wanted to send. Runs in the transaction of whoever decided so.
@Component
class GivenUp {

    private static final Logger log = LoggerFactory.getLogger(GivenUp.class);

    private final PromotionLedger ledger;
    private final DecisionBook book;
    private final Gates gates;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    GivenUp(PromotionLedger ledger, DecisionBook book, Gates gates, ObjectProvider<SchedulerClient> scheduler,
            Clock clock) {
        this.ledger = ledger;
        this.book = book;
        this.gates = gates;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// Ends a promotion that is not to be submitted any more.
    void submission(PromotionId id, String who) {
        cancel(PromotionTasks.SUBMIT.instanceId(id.toString()));
        Promotion promotion = ledger.get(id);
        promotion.end(PromotionPhase.FAILED, who,
                "The database was restored before it was submitted, and it was given up. Nothing was changed by it.",
                clock.instant());
        Course course = ledger.course(id);
        ledger.advance(promotion, course, course);
    }

    /// Forgets a decision that its workflow never heard of, so that its question can be answered again.
    void decision(UUID id) {
        book.find(id).ifPresent(decision -> {
            cancel(PromotionTasks.APPLY.instanceId(id.toString()));
            book.forget(id);
            if (decision.kind().equals("approval")) {
                gates.askAgain(ledger.get(new PromotionId(decision.promotion())), decision.subject());
            }
        });
    }

    private void cancel(TaskInstanceId task) {
        try {
            scheduler.getObject().cancel(task);
        } catch (TaskInstanceNotFoundException gone) {
            log.debug("there is no task {} any more", task, gone);
        } catch (TaskInstanceCurrentlyExecutingException runs) {
            throw new Refusal.Conflict("A task that was to be dropped runs at this moment. Look again.");
        }
    }
}
