package dev.tiphys.catalog;

import java.time.Clock;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.tiphys.recovery.Standstill;

/// Enqueues what is to be done to the workflows of a run, in the transaction that decided it.
@Component
class TrailTasks {

    static final TaskDescriptor<Void> STOP = TaskDescriptor.of("stop-catalog-run");
    static final TaskDescriptor<Void> AGAIN = TaskDescriptor.of("retry-catalog-run");
    private static final String MARK = "#";

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;
    private final Standstill standstill;

    TrailTasks(ObjectProvider<SchedulerClient> scheduler, Clock clock, Standstill standstill) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.standstill = standstill;
    }

    /// What a person wants; refused while the portal stands still.
    void stopForSomebody(UUID run) {
        standstill.requireWork();
        stop(run, "wanted");
    }

    /// @param why tells wishes apart: one that is being worked on has perhaps looked at what was so before
    void stop(UUID run, String why) {
        scheduler.getObject().scheduleIfNotExists(STOP.instance(run + MARK + why).scheduledTo(clock.instant()));
    }

    void again(UUID run, int attempt) {
        standstill.requireWork();
        scheduler.getObject().scheduleIfNotExists(AGAIN.instance(run + MARK + attempt).scheduledTo(clock.instant()));
    }

    static UUID run(String instance) {
        return UUID.fromString(instance.substring(0, instance.indexOf(MARK)));
    }
}
