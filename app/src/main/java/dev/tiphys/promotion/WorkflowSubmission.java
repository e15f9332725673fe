package dev.tiphys.promotion;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;

/// Creates the workflow of a promotion, once however often it is tried: the name is fixed, and a name that exists is
/// ours only if it carries the promotion's id and the plan's hash.
@Component
class WorkflowSubmission {

    private static final Logger log = LoggerFactory.getLogger(WorkflowSubmission.class);

    private final SubmissionClaim claim;
    private final Workflows workflows;
    private final SubmissionOutcome outcome;
    private final Rollbacks rollbacks;
    private final Milestone milestone;

    WorkflowSubmission(SubmissionClaim claim, Workflows workflows, SubmissionOutcome outcome, Rollbacks rollbacks,
            Milestone milestone) {
        this.claim = claim;
        this.workflows = workflows;
        this.outcome = outcome;
        this.rollbacks = rollbacks;
        this.milestone = milestone;
    }

    /// Throws what a later attempt may mend: Argo Workflows down, or a token that is refused.
    ///
    /// @return false when it has to wait for the promotion that it rolls back
    boolean submit(PromotionId id) {
        if (rollbacks.mustWait(id)) {
            return false;
        }
        claim.take(id).ifPresent(claimed -> submit(id, claimed));
        return true;
    }

    private void submit(PromotionId id, Promotion promotion) {
        milestone.passed(Milestone.Point.BEFORE_CREATE);
        String refusal;
        try {
            refusal = create(promotion);
        } catch (ArgoException.Unavailable | ArgoException.Unauthenticated | ArgoException.Forbidden later) {
            outcome.delayed(id, later);
            throw later;
        }
        milestone.passed(Milestone.Point.AFTER_CREATE);
        if (refusal.isEmpty()) {
            outcome.created(id);
        } else {
            outcome.refused(id, refusal);
        }
        milestone.passed(Milestone.Point.AFTER_RECORD);
    }

    private String create(Promotion promotion) {
        try {
            workflows.create(promotion.namespace(), promotion.manifest());
            return "";
        } catch (ArgoException.Conflict exists) {
            WorkflowRun run = workflows.get(promotion.namespace(), promotion.workflow());
            return isOurs(run, promotion)
                    ? ""
                    : "a workflow named " + promotion.workflow() + " exists and belongs to somebody else";
        } catch (ArgoException.Refused | ArgoException.NotFound refused) {
            log.warn("the workflow of promotion {} was refused: {}", promotion.id(), refused.getMessage());
            return "Argo Workflows refused it: " + refused.getMessage();
        }
    }

    private static boolean isOurs(WorkflowRun run, Promotion promotion) {
        return promotion.id().toString().equals(run.labels().get("tiphys.dev/promotion"))
                && promotion.planHash().equals(run.annotations().get("tiphys.dev/plan"));
    }
}
