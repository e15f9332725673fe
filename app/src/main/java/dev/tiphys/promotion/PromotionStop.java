package dev.tiphys.promotion;

import java.util.List;
import java.util.function.Predicate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.cd.Application;
import dev.tiphys.argo.cd.Applications;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.connection.Connections;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.rollout.Rollouts;

/// Ends a promotion everywhere: its workflow first, so that nothing new starts, then its own running operations, then
/// the canaries it has under way. Each part is safe to repeat, and a cluster that does not answer keeps no
/// other waiting.
@Component
class PromotionStop {

    private static final Logger log = LoggerFactory.getLogger(PromotionStop.class);

    private final PromotionLedger ledger;
    private final PromotionProgress progress;
    private final Workflows workflows;
    private final Connections connections;
    private final Rollouts rollouts;
    private final HeldRollouts held;
    private final PromotionTasks tasks;
    private final PromotionQueries queries;

    PromotionStop(PromotionLedger ledger, PromotionProgress progress, Workflows workflows, Connections connections,
            Rollouts rollouts, HeldRollouts held, PromotionTasks tasks, PromotionQueries queries) {
        this.ledger = ledger;
        this.progress = progress;
        this.workflows = workflows;
        this.connections = connections;
        this.rollouts = rollouts;
        this.held = held;
        this.tasks = tasks;
        this.queries = queries;
    }

    void stop(Promotion promotion, Decision decision) {
        progress.stoppedBeforeItBegan(promotion.id(), decision);
        List<Target> underWay = underWay(promotion);
        stopWorkflow(promotion);
        EveryTarget.tell(underWay, target -> {
            endOperation(target, promotion.workflow());
            abortRollouts(target);
            release(promotion, one -> one.application().equals(target.application().toString()));
        });
        release(promotion, one -> true);
    }

    private void abortRollouts(Target target) {
        try {
            rollouts.abort(target.argoCd(), target.application());
        } catch (ArgoException.NotFound gone) {
            log.info("{} has no rollout to abort: {}", target.application(), gone.getMessage());
        }
    }

    // An aborted rollout goes back to its stable version only when nobody holds it.
    private void release(Promotion promotion, Predicate<HeldRollouts.Held> which) {
        held.list(promotion.id()).stream().filter(which).forEach(one -> tasks.release(one.id()));
    }

    private void stopWorkflow(Promotion promotion) {
        try {
            workflows.control().stop(promotion.namespace(), promotion.workflow());
        } catch (ArgoException.NotFound | ArgoException.Refused over) {
            log.info("promotion {} has no workflow to stop: {}", promotion.id(), over.getMessage());
        }
    }

    private List<Target> underWay(Promotion promotion) {
        List<String> applications = toEnd(ledger.course(promotion.id()), promotion.phase().isFinal(),
                application -> queries.underWay(application).stream().anyMatch(id -> !id.equals(promotion.getId())));
        return PlanText.read(promotion.plan()).targets().stream()
                .filter(target -> applications.contains(target.application().toString())).toList();
    }

    /// What is under way. When the promotion has ended since, as before a second attempt, that is what had not come to
    /// its end by then, unless another promotion moves it now.
    static List<String> toEnd(Course course, boolean ended, Predicate<String> movedByOthers) {
        return course.targets()
                .filter(target -> target.phase() == TargetPhase.RUNNING || target.phase() == TargetPhase.ASKS
                        || (ended && target.phase() == TargetPhase.FAILED
                                && !movedByOthers.test(target.application())))
                .map(TargetCourse::application).toList();
    }

    private void endOperation(Target target, String workflow) {
        Applications applications = connections.getArgoCd(target.argoCd()).applications();
        try {
            Application application = applications.get(target.application());
            boolean ours = application.findOperation().filter(operation -> !operation.isCompleted())
                    .filter(operation -> workflow.equals(operation.info().get("tiphys.dev/promotion"))).isPresent();
            if (ours) {
                applications.terminate(target.application());
            }
        } catch (ArgoException.NotFound | ArgoException.Refused over) {
            log.info("{} has no operation to end: {}", target.application(), over.getMessage());
        }
    }
}
