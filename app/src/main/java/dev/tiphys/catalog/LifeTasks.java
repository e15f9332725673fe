package dev.tiphys.catalog;

import java.time.Clock;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.tiphys.recovery.Standstill;

/// Enqueues what goes on step by step, in the transaction that decided it.
@Component
class LifeTasks {

    static final TaskDescriptor<Void> READ = TaskDescriptor.of("read-catalog-instance");
    static final TaskDescriptor<Void> UPGRADE = TaskDescriptor.of("upgrade-catalog-instances");

    // The scheduler needs the tasks, and the tasks need what enqueues more of them.
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;
    private final Standstill standstill;

    LifeTasks(ObjectProvider<SchedulerClient> scheduler, Clock clock, Standstill standstill) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.standstill = standstill;
    }

    void read(UUID reading) {
        standstill.requireWork();
        scheduler.getObject().scheduleIfNotExists(READ.instance(reading.toString()).scheduledTo(clock.instant()));
    }

    void moveOn(UUID bulk) {
        standstill.requireWork();
        scheduler.getObject().scheduleIfNotExists(UPGRADE.instance(bulk.toString()).scheduledTo(clock.instant()));
    }
}
