package dev.tiphys.notification.slack;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals;

/// Brings one message in Slack up to what is so: claim, read, call, note. A message is posted once: when it is not
/// known how an earlier post ended, the channel is searched for it first.
@Component
class MessageSending {

    private static final Duration NO_LONGER_NEWS = Duration.ofDays(3);

    private final MessageBook book;
    private final MessageWriting writing;
    private final MessageOutcome outcome;
    private final Approvals approvals;
    private final Clock clock;

    MessageSending(MessageBook book, MessageWriting writing, MessageOutcome outcome, Approvals approvals,
            Clock clock) {
        this.book = book;
        this.writing = writing;
        this.outcome = outcome;
        this.approvals = approvals;
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
            ApprovalView view = approvals.get(row.request());
            if (concerns(view) && row.createdAt().plus(NO_LONGER_NEWS).isAfter(clock.instant())) {
                send(row, view);
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

    private static boolean concerns(ApprovalView view) {
        return !view.rules().slackMode().equals("off") && !view.rules().slackChannel().isBlank();
    }

    private void send(MessageRow row, ApprovalView view) {
        try {
            outcome.sent(row, view, writing.write(row, view));
        } catch (SlackFailure failure) {
            outcome.failed(row, failure);
            if (!failure.tellsThatTheMessageIsGone()) {
                throw failure;
            }
        }
    }
}
