package dev.tiphys.promotion;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.web.LiveTopics;

/// Tells others about promotions: the record inside the transaction, open pages once it has been committed.
@Component
class PromotionNews {

    private final ApplicationEventPublisher events;
    private final LiveTopics topics;

    PromotionNews(ApplicationEventPublisher events, LiveTopics topics) {
        this.events = events;
        this.topics = topics;
    }

    void record(ActionTaken action) {
        events.publishEvent(action);
    }

    void changed(PromotionId id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(id);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(id);
            }
        });
    }

    private void tell(PromotionId id) {
        topics.publish("promotion-" + id);
        topics.publish("promotions");
    }
}
