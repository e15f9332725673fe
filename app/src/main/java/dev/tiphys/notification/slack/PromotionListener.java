package dev.tiphys.notification.slack;

import java.time.Clock;
import java.time.Instant;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.promotion.PromotionWaits;

/// Hears that promotions wait for people, inside the transaction that noticed it, and has their messages written.
@Component
class PromotionListener {

    private final SlackProperties properties;
    private final MessageBook book;
    private final SlackTasks tasks;
    private final Clock clock;

    PromotionListener(SlackProperties properties, MessageBook book, SlackTasks tasks, Clock clock) {
        this.properties = properties;
        this.book = book;
        this.tasks = tasks;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.REQUIRED)
    public void waits(PromotionWaits waits) {
        if (!properties.isOn()) {
            return;
        }
        Instant now = clock.instant();
        book.want(waits.id(), waits.forPeople() ? now : null).ifPresent(row -> {
            tasks.send(new MessageBook.Wish(row.id(), row.wanted()));
            if (row.askedAt() != null && properties.answerWithin().isPositive()) {
                tasks.remind(row, row.askedAt().plus(properties.answerWithin().dividedBy(2)));
            }
        });
    }

    /// Half of the time is over. Nothing is said when that wait is over, too.
    @Transactional
    public void remind(SlackTasks.Wait wait) {
        book.find(wait.promotion())
                .filter(row -> row.askedAt() != null && row.askedAt().toEpochMilli() == wait.askedAt())
                .ifPresent(row -> tasks
                        .send(book.wantReply(wait.promotion().value(), MessageRow.PROMOTION_REMINDER)));
    }
}
