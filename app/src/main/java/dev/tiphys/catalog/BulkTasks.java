package dev.tiphys.catalog;

import java.time.Clock;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.tiphys.recovery.Standstill;

/// Enqueues the work on many instances, in the transaction that decided it.
@Component
class BulkTasks {

    static final TaskDescriptor<Void> WORK = TaskDescriptor.of("work-catalog-bulk");

    // The scheduler needs the task, and the task needs what enqueues more of them.
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;
    private final Standstill standstill;

    BulkTasks(ObjectProvider<SchedulerClient> scheduler, Clock clock, Standstill standstill) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.standstill = standstill;
    }

    void work(UUID bulk) {
        standstill.requireWork();
        scheduler.getObject().scheduleIfNotExists(WORK.instance(bulk.toString()).scheduledTo(clock.instant()));
    }
}
