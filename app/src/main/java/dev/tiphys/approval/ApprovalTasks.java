package dev.tiphys.approval;

import java.time.Instant;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Writes down when time does something to a request, in the transaction that opens it: a portal that is down at that
/// moment does it when it is up again.
@Component
class ApprovalTasks {

    static final TaskDescriptor<Void> DUE = TaskDescriptor.of("approval-due");

    // The scheduler needs the tasks, and the tasks need what enqueues more of them.
    private final ObjectProvider<SchedulerClient> scheduler;

    ApprovalTasks(ObjectProvider<SchedulerClient> scheduler) {
        this.scheduler = scheduler;
    }

    void schedule(ApprovalId id, ApprovalPolicy policy, Instant opened) {
        for (Deadline deadline : Deadline.values()) {
            if (deadline.isMeant(policy)) {
                scheduler.getObject().scheduleIfNotExists(
                        DUE.instance(deadline.instance(id)).scheduledTo(deadline.of(policy, opened)));
            }
        }
    }
}
