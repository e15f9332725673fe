package dev.tiphys.notification.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/// Brings one message in Slack up to what is so: claim, read, call, note. A message is posted once: when it is not
/// known how an earlier post ended, the channel is searched for it first.
@Component
class MessageSending {

    private static final Duration NO_LONGER_NEWS = Duration.ofDays(3);

    private final MessageBook book;
    private final MessageWriting requests;
    private final PromotionWriting promotions;
    private final MessageOutcome outcome;
    private final Clock clock;

    MessageSending(MessageBook book, MessageWriting requests, PromotionWriting promotions, MessageOutcome outcome,
            Clock clock) {
        this.book = book;
        this.requests = requests;
        this.promotions = promotions;
        this.outcome = outcome;
        this.clock = clock;
    }

    void send(UUID id) {
        Optional<MessageRow> claimed = book.claim(id);
        if (claimed.isPresent()) {
            send(claimed.get());
        } else if (!book.isUpToDate(id)) {
            throw new SlackTasks.NotYet("somebody else sends it");
        }
    }

    private void send(MessageRow row) {
        boolean done = false;
        try {
            Optional<Telling> telling = row.isAboutPromotion() ? promotions.find(row) : requests.find(row);
            if (telling.isPresent() && isNews(row)) {
                send(row, telling.get());
            } else {
                book.leave(row);
            }
            done = true;
        } finally {
            if (!done) {
                book.release(row);
            }
        }
    }

    // What is there already is never left telling what is no longer so.
    private boolean isNews(MessageRow row) {
        return row.posted().isPresent() || row.createdAt().plus(NO_LONGER_NEWS).isAfter(clock.instant());
    }

    private void send(MessageRow row, Telling telling) {
        try {
            outcome.sent(row, telling.planHash(), telling.writing().get());
        } catch (SlackFailure failure) {
            outcome.failed(row, failure);
            if (!failure.tellsThatTheMessageIsGone()) {
                throw failure;
            }
        }
    }
}
