package dev.tiphys.promotion;

import java.time.Clock;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.tiphys.recovery.Standstill;

/// Enqueues what must be done exactly once, in the transaction that decided it.
@Component
class PromotionTasks {

    static final TaskDescriptor<Void> SUBMIT = TaskDescriptor.of("submit-promotion");
    static final TaskDescriptor<Void> KEEP = TaskDescriptor.of("keep-evidence");
    static final TaskDescriptor<Void> APPLY = TaskDescriptor.of("apply-decision");
    static final TaskDescriptor<Void> REFUSE = TaskDescriptor.of("refuse-workflow");

    static final TaskDescriptor<Void> END_AGAIN = TaskDescriptor.of("stop-revived-workflow");
    static final TaskDescriptor<Void> HOLD = TaskDescriptor.of("hold-rollouts");
    static final TaskDescriptor<Void> RELEASE = TaskDescriptor.of("release-rollout");

    // The scheduler needs the tasks, and the tasks need what enqueues more of them.
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;
    private final Milestone milestone;
    private final Standstill standstill;

    PromotionTasks(ObjectProvider<SchedulerClient> scheduler, Clock clock, Milestone milestone,
            Standstill standstill) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.milestone = milestone;
        this.standstill = standstill;
    }

    void submit(PromotionId promotion) {
        enqueue(SUBMIT, promotion.toString());
        TransactionSynchronizationManager.registerSynchronization(new Commit(milestone));
    }

    void apply(UUID decision) {
        enqueue(APPLY, decision.toString());
    }

    void refuse(String workflowUid) {
        enqueue(REFUSE, workflowUid);
    }

    /// Its workflow runs although it has ended.
    void endAgain(PromotionId promotion) {
        enqueue(END_AGAIN, promotion.toString());
    }

    void hold(PromotionId promotion) {
        enqueue(HOLD, promotion.toString());
    }

    /// @param held the row that says which rollout
    void release(UUID held) {
        enqueue(RELEASE, held.toString());
    }

    /// Each wish has a task of its own: one that runs already may have looked before.
    void keepEvidence(PromotionId promotion) {
        enqueue(KEEP, promotion + "/" + UUID.randomUUID());
    }

    private void enqueue(TaskDescriptor<Void> task, String instance) {
        standstill.requireWork();
        scheduler.getObject().scheduleIfNotExists(task.instance(instance).scheduledTo(clock.instant()));
    }

    private record Commit(Milestone milestone) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            milestone.passed(Milestone.Point.BEFORE_COMMIT);
        }

        @Override
        public void afterCommit() {
            milestone.passed(Milestone.Point.AFTER_COMMIT);
        }
    }
}
