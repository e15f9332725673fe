package dev.tiphys.notification.slack;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.identity.ActionTaken;

/// Puts on record what happened through Slack.
@Component
class SlackRecord {

    private final ApplicationEventPublisher events;
    private final TransactionTemplate aside;

    SlackRecord(ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.events = events;
        this.aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// In the caller's transaction.
    void note(ActionTaken action) {
        events.publishEvent(action);
    }

    /// In a transaction of its own, since that of the refused deed is rolled back.
    void noteAside(ActionTaken action) {
        aside.executeWithoutResult(status -> events.publishEvent(action));
    }
}
