package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tiphys.recovery.OutwardTask;

/// The durable tasks by which runs are stopped and go on.
@Configuration(proxyBeanMethods = false)
class TrailConfiguration {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    @Bean
    OutwardTask stoppedCatalogRuns() {
        return new OutwardTask("stop-catalog-run", "The end of an action on an instance");
    }

    @Bean
    OutwardTask repeatedCatalogRuns() {
        return new OutwardTask("retry-catalog-run", "Another attempt at an action on an instance");
    }

    @Bean
    Task<Void> stopCatalogRun(StopWork work, Clock clock) {
        return Tasks.oneTime(TrailTasks.STOP).onFailure(tryAgain(clock))
                .execute((task, context) -> work.stop(TrailTasks.run(task.getId())));
    }

    @Bean
    Task<Void> retryCatalogRun(AgainWork work, Clock clock) {
        return Tasks.oneTime(TrailTasks.AGAIN).onFailure(tryAgain(clock))
                .execute((task, context) -> work.goOn(TrailTasks.run(task.getId())));
    }

    private static FailureHandler<Void> tryAgain(Clock clock) {
        return (failed, operations) -> {
            Duration pause = Duration.ofSeconds(1L << Math.min(failed.getExecution().consecutiveFailures, 5));
            operations.reschedule(failed,
                    clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
        };
    }
}
