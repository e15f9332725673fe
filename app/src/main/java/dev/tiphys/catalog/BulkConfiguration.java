package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The durable task that works off an action on many instances.
@Configuration(proxyBeanMethods = false)
class BulkConfiguration {

    private static final Duration AGAIN = Duration.ofSeconds(5);

    @Bean
    Task<Void> workCatalogBulk(BulkWork work, Clock clock) {
        FailureHandler<Void> again = (failed, operations) -> operations.reschedule(failed, clock.instant().plus(AGAIN));
        return Tasks.oneTime(BulkTasks.WORK).onFailure(again)
                .execute((task, context) -> work.work(UUID.fromString(task.getId())));
    }
}
