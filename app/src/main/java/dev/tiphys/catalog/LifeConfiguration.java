package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The durable tasks of what becomes of instances: looking whose time has come, reading them, upgrading many.
@Configuration(proxyBeanMethods = false)
class LifeConfiguration {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofSeconds(2);

    @Bean
    Task<Void> lookAfterInstances(LifeSweep sweep) {
        return Tasks.recurring("look-after-catalog-instances", FixedDelay.of(LOOK))
                .execute((task, context) -> sweep.look());
    }

    @Bean
    Task<Void> readInstance(ReadingWork work, Clock clock) {
        return Tasks.custom(LifeTasks.READ).onFailure(again(clock)).execute(
                (task, context) -> completion(work.step(UUID.fromString(task.getId())), clock));
    }

    @Bean
    Task<Void> upgradeInstances(BulkUpgradeWork work, Clock clock) {
        return Tasks.custom(LifeTasks.UPGRADE).onFailure(again(clock)).execute(
                (task, context) -> completion(work.step(UUID.fromString(task.getId())), clock));
    }

    private static CompletionHandler<Void> completion(boolean more, Clock clock) {
        return more
                ? (complete, operations) -> operations.reschedule(complete, clock.instant().plus(STEP))
                : new CompletionHandler.OnCompleteRemove<>();
    }

    private static FailureHandler<Void> again(Clock clock) {
        return (failed, operations) -> operations.reschedule(failed, clock.instant().plus(
                STEP.multipliedBy(1L + Math.min(failed.getExecution().consecutiveFailures, 10))));
    }
}
