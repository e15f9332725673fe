package dev.tiphys.catalog;

import java.time.Clock;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.tiphys.recovery.Standstill;

/// Enqueues the creation of a run's workflow, in the transaction that decided it.
@Component
class CatalogTasks {

    static final TaskDescriptor<Void> SUBMIT = TaskDescriptor.of("submit-catalog-run");

    // The scheduler needs the task, and the task needs what enqueues more of them.
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;
    private final Standstill standstill;
    private final RunMilestone milestone;

    CatalogTasks(ObjectProvider<SchedulerClient> scheduler, Clock clock, Standstill standstill,
            RunMilestone milestone) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.standstill = standstill;
        this.milestone = milestone;
    }

    void submit(UUID run) {
        standstill.requireWork();
        scheduler.getObject().scheduleIfNotExists(SUBMIT.instance(run.toString()).scheduledTo(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new Commit(milestone));
    }

    private record Commit(RunMilestone milestone) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            milestone.passed(RunMilestone.Point.BEFORE_COMMIT);
        }

        @Override
        public void afterCommit() {
            milestone.passed(RunMilestone.Point.AFTER_COMMIT);
        }
    }
}
