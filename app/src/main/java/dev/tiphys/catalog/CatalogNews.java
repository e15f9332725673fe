package dev.tiphys.catalog;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Scope;
import dev.tiphys.web.LiveTopics;
import dev.tiphys.web.Refusal;

/// Tells others about instances: the record inside the transaction, open pages once it has been committed.
@Component
class CatalogNews {

    private final ApplicationEventPublisher events;
    private final LiveTopics topics;
    private final TransactionTemplate aside;

    CatalogNews(ApplicationEventPublisher events, LiveTopics topics, PlatformTransactionManager transactions) {
        this.events = events;
        this.topics = topics;
        this.aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void record(ActionTaken action, String provider, @Nullable String team) {
        events.publishEvent(action.about(CatalogRights.scope(provider, team)));
    }

    /// Of what concerns many teams, or none.
    void record(ActionTaken action, String provider) {
        events.publishEvent(action.about(Scope.provider(provider)));
    }

    /// Records what was refused in a transaction of its own, since that of the refused deed is rolled back.
    void recordRefusal(ActionTaken action, String provider, Refusal refusal) {
        aside.executeWithoutResult(status -> events.publishEvent(action
                .about(Scope.provider(provider)).refused(refusal.reason())));
    }

    void itemChanged() {
        afterwards("catalog", "instances");
    }

    void changed(UUID instance) {
        afterwards("instance-" + instance, "instances");
    }

    void changedTopic(String topic) {
        afterwards(topic);
    }

    private void afterwards(String... changed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                List.of(changed).forEach(topics::publish);
            }
        });
    }
}
