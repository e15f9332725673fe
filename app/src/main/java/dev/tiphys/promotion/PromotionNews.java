package dev.tiphys.promotion;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.web.LiveTopics;
import dev.tiphys.web.Refusal;

/// Tells others about promotions: the record inside the transaction, open pages once it has been committed.
@Component
class PromotionNews {

    private final ApplicationEventPublisher events;
    private final LiveTopics topics;
    private final PromotionRights rights;
    private final TransactionTemplate aside;

    PromotionNews(ApplicationEventPublisher events, LiveTopics topics, PromotionRights rights,
            PlatformTransactionManager transactions) {
        this.events = events;
        this.topics = topics;
        this.rights = rights;
        this.aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// What says itself whom it concerns.
    void record(ActionTaken action) {
        events.publishEvent(action);
    }

    /// @param environment empty when it is about several
    void record(ActionTaken action, String service, String environment) {
        events.publishEvent(action.about(rights.known(service, environment)));
    }

    /// The workflow of a promotion exists.
    void recordSubmitted(Promotion promotion) {
        record(ActionTaken
                .by(Actor.portal("promotions"), "promotion.submitted", "promotion", promotion.id().toString())
                .change("PLANNED", "RUNNING").underPlan(promotion.planHash()), promotion.service(), "");
    }

    /// Records what was refused in a transaction of its own, since that of the refused deed is rolled back.
    void recordRefusal(ActionTaken action, Refusal refusal) {
        aside.executeWithoutResult(status -> events.publishEvent(action.refused(refusal.reason())));
    }

    void recordRefusal(ActionTaken action, String service, String environment, Refusal refusal) {
        recordRefusal(action.about(rights.known(service, environment)), refusal);
    }

    /// @param forPeople whether somebody is needed now, besides at gates
    void waits(PromotionId id, boolean forPeople) {
        events.publishEvent(new PromotionWaits(id, forPeople));
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
