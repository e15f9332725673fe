package dev.tiphys.promotion;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.cd.Application;
import dev.tiphys.argo.cd.Applications;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.connection.Connections;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.rollout.Rollouts;

/// Ends a promotion everywhere: its workflow first, so that nothing new starts, then its own running operations, then
/// the canaries it has under way. Each part is safe to repeat.
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

    PromotionStop(PromotionLedger ledger, PromotionProgress progress, Workflows workflows, Connections connections,
            Rollouts rollouts, HeldRollouts held, PromotionTasks tasks) {
        this.ledger = ledger;
        this.progress = progress;
        this.workflows = workflows;
        this.connections = connections;
        this.rollouts = rollouts;
        this.held = held;
        this.tasks = tasks;
    }

    void stop(Promotion promotion, Decision decision) {
        progress.stoppedBeforeItBegan(promotion.id(), decision);
        List<Target> underWay = underWay(promotion);
        stopWorkflow(promotion);
        for (Target target : underWay) {
            endOperation(target, promotion.workflow());
            rollouts.abort(target.argoCd(), target.application());
        }
        // An aborted rollout goes back to its stable version only when nobody holds it.
        held.list(promotion.id()).forEach(one -> tasks.release(one.id()));
    }

    private void stopWorkflow(Promotion promotion) {
        try {
            workflows.control().stop(promotion.namespace(), promotion.workflow());
        } catch (ArgoException.NotFound | ArgoException.Refused over) {
            log.info("promotion {} has no workflow to stop: {}", promotion.id(), over.getMessage());
        }
    }

    private List<Target> underWay(Promotion promotion) {
        Course course = ledger.course(promotion.id());
        List<String> applications = course.targets()
                .filter(target -> target.phase() == TargetPhase.RUNNING || target.phase() == TargetPhase.ASKS)
                .map(target -> target.application()).toList();
        return PlanText.read(promotion.plan()).targets().stream()
                .filter(target -> applications.contains(target.application().toString())).toList();
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
