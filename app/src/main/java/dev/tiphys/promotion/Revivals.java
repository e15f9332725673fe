package dev.tiphys.promotion;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;

/// Stops the workflow of a promotion that has ended when somebody runs it again in Argo Workflows: its gates stand open
/// from before, and its environments may belong to another promotion by now.
@Component
class Revivals {

    private static final Logger log = LoggerFactory.getLogger(Revivals.class);

    private final PromotionLedger ledger;
    private final Workflows workflows;
    private final PromotionTasks tasks;
    private final PromotionNews news;
    private final TransactionTemplate transactions;

    Revivals(PromotionLedger ledger, Workflows workflows, PromotionTasks tasks, PromotionNews news,
            TransactionTemplate transactions) {
        this.ledger = ledger;
        this.workflows = workflows;
        this.tasks = tasks;
        this.news = news;
        this.transactions = transactions;
    }

    void follow(Promotion promotion, WorkflowRun run) {
        if (runs(run)) {
            tasks.endAgain(promotion.id());
        }
    }

    // A stop is on its way where it has been asked for.
    private static boolean runs(WorkflowRun run) {
        return !run.isFinished() && run.shutdown().isEmpty();
    }

    /// Safe to repeat. Looks once more: what was seen may have been older than the end.
    void stop(PromotionId id) {
        Promotion promotion = ledger.get(id);
        try {
            WorkflowRun run = workflows.get(promotion.namespace(), promotion.workflow());
            if (promotion.phase().isFinal() && runs(run)) {
                transactions.executeWithoutResult(status -> record(promotion, run));
                workflows.control().stop(promotion.namespace(), promotion.workflow());
            }
        } catch (ArgoException.NotFound | ArgoException.Refused over) {
            log.info("promotion {} has no workflow to stop: {}", id, over.getMessage());
        }
    }

    private void record(Promotion promotion, WorkflowRun run) {
        // One that ended before its workflow existed is only being stopped late.
        if (promotion.hasBegun()) {
            String subject = run.labels().getOrDefault("workflows.argoproj.io/actor",
                    run.labels().getOrDefault("workflows.argoproj.io/creator", "unknown"));
            news.record(ActionTaken
                    .by(new Actor("argo-workflows:" + subject, subject, "argo-workflows"), "promotion.revived",
                            "promotion", promotion.id().toString())
                    .underPlan(promotion.planHash())
                    .refused(
                            "The promotion had ended, and its workflow was run again in Argo Workflows. It is stopped."),
                    promotion.service(), "");
        }
    }
}
