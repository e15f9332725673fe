package dev.tiphys.recovery;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Keeps every durable task from running while the portal sends nothing: the scheduler does not look for work, and what
/// it had picked already is put back unread.
@Component
class TaskBrake implements ExecutionInterceptor {

    private static final Duration LATER = Duration.ofSeconds(2);

    private final Standstill standstill;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    TaskBrake(Standstill standstill, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.standstill = standstill;
        this.scheduler = scheduler;
        this.clock = clock;
        standstill.whenItChanges(this::obey);
    }

    private void obey() {
        Scheduler tasks = scheduler.getObject();
        if (standstill.sendsNothing()) {
            tasks.pause();
        } else {
            tasks.resume();
            tasks.triggerCheckForDueExecutions();
        }
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> task, ExecutionContext context, ExecutionChain chain) {
        if (standstill.sendsNothing()) {
            return (completed, operations) -> operations.reschedule(completed, clock.instant().plus(LATER));
        }
        return chain.proceed(task, context);
    }
}
