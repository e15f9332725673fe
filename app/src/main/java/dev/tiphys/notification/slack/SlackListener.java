package dev.tiphys.notification.slack;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.approval.ApprovalChanged;
import dev.tiphys.approval.ApprovalId;

/// Hears what happens to requests, inside the transaction in which it happens: what is rolled back is never told, and
/// what is committed always is.
@Component
class SlackListener {

    private final SlackProperties properties;
    private final MessageBook book;
    private final SlackTasks tasks;

    SlackListener(SlackProperties properties, MessageBook book, SlackTasks tasks) {
        this.properties = properties;
        this.book = book;
        this.tasks = tasks;
    }

    @EventListener
    @Transactional(propagation = Propagation.REQUIRED)
    public void changed(ApprovalChanged change) {
        if (!properties.isOn()) {
            return;
        }
        refresh(change.id());
        if (StepWords.isWorthAReply(change.step())) {
            tasks.send(book.wantReply(change.id(), change.step().name()));
        }
    }

    /// Has the request's message written anew; joins the caller's transaction.
    public void refresh(ApprovalId request) {
        tasks.send(book.want(request, RandomToken.create().text()));
    }
}
