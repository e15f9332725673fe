package dev.tiphys.promotion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.connection.Connections;
import dev.tiphys.connection.WorkflowsPlace;
import dev.tiphys.promotion.compile.PlanCompiler;
import dev.tiphys.promotion.compile.Workplace;
import dev.tiphys.promotion.plan.Planner;
import dev.tiphys.promotion.plan.RollbackPlanner;

/// Puts planner, compiler and durable tasks together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PromotionProperties.class)
class PromotionConfiguration {

    private static final Duration WAY_BACK_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_FAILURES = 20;

    @Bean
    Planner planner(PromotionProperties properties) {
        return new Planner(properties.stepImage());
    }

    @Bean
    RollbackPlanner rollbackPlanner(PromotionProperties properties) {
        return new RollbackPlanner(properties.stepImage());
    }

    @Bean
    PlanCompiler planCompiler(PromotionProperties properties, Connections connections, WorkflowsPlace place,
            GateKeys gateKeys) {
        Map<String, String> secrets = new HashMap<>();
        for (ArgoCd argoCd : connections.argoCds()) {
            secrets.put(argoCd.name(), properties.argocdSecrets().getOrDefault(argoCd.name(), "tiphys-argocd"));
        }
        return new PlanCompiler(new Workplace(place.namespace(), place.serviceAccount(), secrets,
                properties.eventsSecret(), place.portalUrl(), gateKeys.publicKey()));
    }

    @Bean
    @ConditionalOnMissingBean
    Milestone milestone() {
        return Milestone.UNHEARD;
    }

    @Bean
    Task<Void> submitPromotion(WorkflowSubmission submission, Clock clock) {
        return Tasks.custom(PromotionTasks.SUBMIT).onFailure(tryAgain(clock))
                .execute((task, context) -> submission.submit(PromotionId.parse(task.getId()))
                        ? new CompletionHandler.OnCompleteRemove<Void>()
                        : (complete, operations) -> operations.reschedule(complete,
                                clock.instant().plus(WAY_BACK_PAUSE)));
    }

    @Bean
    Task<Void> applyDecision(DecisionApplication application, Clock clock) {
        return Tasks.oneTime(PromotionTasks.APPLY).onFailure(tryAgain(clock))
                .execute((task, context) -> application.apply(UUID.fromString(task.getId())));
    }

    @Bean
    Task<Void> refuseWorkflow(RefusedWorkflows refused, Clock clock) {
        return Tasks.oneTime(PromotionTasks.REFUSE).onFailure(tryAgain(clock))
                .execute((task, context) -> refused.tell(task.getId()));
    }

    @Bean
    Task<Void> stopRevivedWorkflow(Revivals revivals, Clock clock) {
        return Tasks.oneTime(PromotionTasks.END_AGAIN).onFailure(tryAgain(clock))
                .execute((task, context) -> revivals.stop(PromotionId.parse(task.getId())));
    }

    @Bean
    Task<Void> findStuckPromotions(StuckPromotions stuck) {
        return Tasks.recurring("find-stuck-promotions", FixedDelay.of(LONGEST_PAUSE))
                .execute((task, context) -> stuck.look());
    }

    @Bean
    Task<Void> holdRollouts(PromotionHold hold, PromotionLedger ledger, Clock clock) {
        return Tasks.oneTime(PromotionTasks.HOLD).onFailure(tryAgain(clock))
                .execute((task, context) -> hold.holdOn(ledger.get(PromotionId.parse(task.getId()))));
    }

    @Bean
    Task<Void> releaseRollout(RolloutRelease release, Clock clock) {
        return Tasks.custom(PromotionTasks.RELEASE).onFailure(tryAgain(clock)).execute((task, context) -> {
            Instant again = release.release(UUID.fromString(task.getId())).orElse(null);
            return again == null
                    ? new CompletionHandler.OnCompleteRemove<Void>()
                    : (complete, operations) -> operations.reschedule(complete, again);
        });
    }

    @Bean
    Task<Void> keepEvidence(EvidenceGathering gathering, Clock clock) {
        return Tasks.oneTime(PromotionTasks.KEEP).onFailure(tryAgain(clock))
                .execute((task, context) -> gathering.gather(
                        PromotionId.parse(task.getId().substring(0, task.getId().indexOf('/'))),
                        context.getExecution().consecutiveFailures >= MOST_FAILURES));
    }

    // What a person decided is never given up: it is tried again for as long as the other side is away.
    private static FailureHandler<Void> tryAgain(Clock clock) {
        return (failed, operations) -> {
            int failures = Math.min(failed.getExecution().consecutiveFailures, 5);
            Duration pause = Duration.ofSeconds(1L << failures);
            Instant next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            operations.reschedule(failed, next);
        };
    }
}
