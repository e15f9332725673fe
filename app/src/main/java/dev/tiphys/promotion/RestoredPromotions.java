package dev.tiphys.promotion;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.promotion.course.Course;
import dev.tiphys.web.Refusal;

/// The promotions as a restored database has them, and what is given up of them when the portal goes on.
@Component
class RestoredPromotions {

    private final JdbcClient database;
    private final PromotionLedger ledger;
    private final DecisionBook book;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    RestoredPromotions(JdbcClient database, PromotionLedger ledger, DecisionBook book,
            ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.book = book;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /// A promotion that has not ended, with what is known of it.
    record Open(Promotion promotion, Course course, List<Decision> decisions) {

        /// For people, such as `checkout v5`.
        String words() {
            return promotion.service() + " " + promotion.version();
        }

        List<Decision> unsent() {
            return decisions.stream().filter(decision -> decision.appliedAt() == null).toList();
        }
    }

    /// Which of these ids the database knows.
    Set<String> known(List<String> ids) {
        List<UUID> proper = new ArrayList<>();
        for (String id : ids) {
            try {
                proper.add(UUID.fromString(id));
            } catch (IllegalArgumentException noId) {
                // Somebody else's label: not known.
                continue;
            }
        }
        if (proper.isEmpty()) {
            return Set.of();
        }
        return database.sql("select id from promotion where id in (:ids)").param("ids", proper).query(UUID.class)
                .list().stream().map(UUID::toString).collect(Collectors.toSet());
    }

    List<Open> open(String namespace) {
        return database.sql("""
                select id from promotion where phase not in ('SUCCEEDED', 'FAILED', 'ABORTED') and namespace = ?
                order by created_at
                """).param(namespace).query(UUID.class).list().stream().map(PromotionId::new)
                .map(id -> new Open(ledger.get(id), ledger.course(id), book.list(id))).toList();
    }

    /// Ends a promotion that is not to be submitted any more.
    void dropSubmission(PromotionId id, String who) {
        cancel(PromotionTasks.SUBMIT.instanceId(id.toString()));
        Promotion promotion = ledger.get(id);
        promotion.end(PromotionPhase.FAILED, who,
                "The database was restored before it was submitted, and it was given up. Nothing was changed by it.",
                clock.instant());
        Course course = ledger.course(id);
        ledger.advance(promotion, course, course);
    }

    /// Forgets a decision that its workflow never heard of, so that its question can be answered again.
    void dropDecision(UUID id) {
        cancel(PromotionTasks.APPLY.instanceId(id.toString()));
        database.sql("delete from promotion_decision where id = ? and applied_at is null").param(id).update();
    }

    private void cancel(TaskInstanceId task) {
        try {
            scheduler.getObject().cancel(task);
        } catch (TaskInstanceNotFoundException gone) {
            // It was lost with the rest of what the backup does not have; nothing would have been sent.
            return;
        } catch (TaskInstanceCurrentlyExecutingException runs) {
            throw new Refusal.Conflict("A task that was to be dropped runs at this moment. Look again.");
        }
    }
}
