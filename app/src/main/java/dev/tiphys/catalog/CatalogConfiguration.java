package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The configuration of the catalog, and its durable task.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogProperties.class)
class CatalogConfiguration {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration SWEEP = Duration.ofMinutes(10);

    @Bean
    Task<Void> submitCatalogRun(RunSubmission submission, Clock clock) {
        return Tasks.oneTime(CatalogTasks.SUBMIT).onFailure(tryAgain(clock))
                .execute((task, context) -> submission.submit(UUID.fromString(task.getId())));
    }

    @Bean
    Task<Void> lookAfterCatalogLines(LineKeeper keeper) {
        return Tasks.recurring("look-after-catalog-lines", FixedDelay.of(LOOK))
                .execute((task, context) -> keeper.look());
    }

    @Bean
    Task<Void> findLostCatalogRuns(LostSight lost) {
        return Tasks.recurring("find-lost-catalog-runs", FixedDelay.of(LOOK)).execute((task, context) -> lost.look());
    }

    @Bean
    @ConditionalOnMissingBean
    RunMilestone runMilestone() {
        return RunMilestone.UNHEARD;
    }

    @Bean
    Task<Void> sweepSecretInputs(SecretInputs secrets) {
        return Tasks.recurring("sweep-secret-inputs", FixedDelay.of(SWEEP))
                .execute((task, context) -> secrets.sweep());
    }

    // What a person ordered is never given up: it is tried again for as long as the other side is away.
    private static FailureHandler<Void> tryAgain(Clock clock) {
        return (failed, operations) -> {
            Duration pause = Duration.ofSeconds(1L << Math.min(failed.getExecution().consecutiveFailures, 5));
            operations.reschedule(failed,
                    clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
        };
    }
}
