package dev.tiphys.approval;

import java.util.List;

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

/// Tells others about requests: the record and the owner of the subject inside the transaction, open pages after it.
@Component
class ApprovalNews {

    private final ApplicationEventPublisher events;
    private final LiveTopics topics;
    private final TransactionTemplate aside;

    ApprovalNews(ApplicationEventPublisher events, LiveTopics topics, PlatformTransactionManager transactions) {
        this.events = events;
        this.topics = topics;
        this.aside = new TransactionTemplate(transactions);
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Call it when the request has been written, so that listeners see what they are told.
    void tell(ApprovalRequest request) {
        List<ApprovalStep> news = request.takeNews();
        for (ApprovalStep step : news) {
            events.publishEvent(record(request, step));
            events.publishEvent(new ApprovalChanged(request.id(), request.subject(), step.kind()));
        }
        news.stream().filter(step -> step.kind().ends()).findFirst()
                .ifPresent(step -> events.publishEvent(new ApprovalOutcome(request.id(), request.subject(),
                        request.planHash(), request.state(), step)));
        if (!news.isEmpty()) {
            afterwards(request.id());
        }
    }

    private static ActionTaken record(ApprovalRequest request, ApprovalStep step) {
        Actor by = new Actor(step.bySubject(), step.byName(), step.via());
        return ActionTaken.by(by, step.kind().code(), "approval", request.id().toString())
                .change(null, request.subject().words()).because(step.words().isEmpty() ? null : step.words())
                .underPlan(request.planHash()).about(request.wish().scope()).partOf(request.subject().id());
    }

    /// Records what was refused in a transaction of its own, since that of the refused deed is rolled back.
    void recordRefusal(ActionTaken action, Refusal refusal) {
        aside.executeWithoutResult(status -> events.publishEvent(action.refused(refusal.reason())));
    }

    void record(ActionTaken action) {
        events.publishEvent(action);
    }

    private void afterwards(ApprovalId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                topics.publish("approval-" + id);
                topics.publish("approvals");
            }
        });
    }
}
