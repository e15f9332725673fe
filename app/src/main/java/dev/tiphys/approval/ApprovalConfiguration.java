package dev.tiphys.approval;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tiphys.recovery.OutwardTask;

/// The durable tasks of approvals.
@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {

    @Bean
    OutwardTask approvalDeadlines() {
        return new OutwardTask("approval-due", "The time of an approval request");
    }

    @Bean
    Task<Void> approvalDue(ApprovalTimes times, Clock clock) {
        return Tasks.custom(ApprovalTasks.DUE).onFailure(tryAgain(clock)).execute((task, context) -> {
            Instant again = times.due(task.getId()).orElse(null);
            return again == null
                    ? new CompletionHandler.OnCompleteRemove<Void>()
                    : (complete, operations) -> operations.reschedule(complete, again);
        });
    }

    // What time has decided is never given up.
    private static FailureHandler<Void> tryAgain(Clock clock) {
        return (failed, operations) -> {
            int failures = Math.min(failed.getExecution().consecutiveFailures, 5);
            operations.reschedule(failed, clock.instant().plus(Duration.ofSeconds(1L << failures)));
        };
    }
}
