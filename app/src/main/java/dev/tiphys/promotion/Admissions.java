package dev.tiphys.promotion;

import java.time.Clock;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.promotion.course.GateCourse;

/// Opens the first gate of each workflow that the portal knows as a promotion's. A workflow that carries a promotion's
/// labels and is none waits there for ever, and changes nothing.
@Component
class Admissions {

    private final DecisionBook book;
    private final PromotionTasks tasks;
    private final Clock clock;

    Admissions(DecisionBook book, PromotionTasks tasks, Clock clock) {
        this.book = book;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// Safe to repeat: each question is answered once.
    void follow(Promotion promotion, GateCourse admission) {
        admission.open().ifPresent(level -> admit(promotion, level.question().id()));
    }

    private void admit(Promotion promotion, String node) {
        Decision decision = new Decision(UUID.randomUUID(), promotion.id().value(), Decision.ADMISSION, "", node,
                "approve", "", promotion.requester(), promotion.requesterName(), clock.instant(), null);
        if (book.enterIfFirst(decision)) {
            tasks.apply(decision.id());
        }
    }
}
