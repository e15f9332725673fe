package dev.tiphys.notification.slack;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;

/// Notes how the sending of a message ended.
@Component
class MessageOutcome {

    private static final Logger log = LoggerFactory.getLogger(MessageOutcome.class);

    private static final Actor PORTAL = Actor.portal("slack");

    private final MessageBook book;
    private final OneTimeLinks links;
    private final SlackRecord record;

    MessageOutcome(MessageBook book, OneTimeLinks links, SlackRecord record) {
        this.book = book;
        this.links = links;
        this.record = record;
    }

    @Transactional
    public void sent(MessageRow row, String planHash, Telling.Written written) {
        String link = written.linkHash();
        // The links first: who opens one locks it before the message, too.
        if (row.step().equals(MessageRow.MESSAGE)) {
            links.retireAllBut(row.request(), link == null ? "" : link);
        }
        book.sent(row, written.place());
        if (written.isNew() && !row.isReply()) {
            record.note(ActionTaken.by(PORTAL, "slack.sent", row.about(), row.request().toString())
                    .change(null, written.place().channelId() + "/" + written.place().ts())
                    .underPlan(planHash));
        }
    }

    /// Only the first of several failures in a row is on record; each is in the log.
    @Transactional
    public void failed(MessageRow row, SlackFailure failure) {
        log.warn("Message {} about {} was not written, Slack: {}", row.step(), row.request(), failure.word());
        if (book.failed(row, failure)) {
            record.note(ActionTaken.by(PORTAL, "slack.failed", row.about(), row.request().toString())
                    .failed("Slack: " + failure.word()));
        }
        if (failure.tellsThatTheMessageIsGone()) {
            book.leave(row);
        }
    }
}
