package dev.tiphys.promotion;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PlanReservations.Reserved;
import dev.tiphys.promotion.compile.NodeNames;
import dev.tiphys.promotion.course.GateCourse;
import dev.tiphys.web.Refusal;

/// Takes over a workflow that somebody submitted past the portal, by the program of a plan: as the promotion that was
/// planned, with the same rights, locks and gates, or not at all.
@Component
class Adoption {

    private static final Logger log = LoggerFactory.getLogger(Adoption.class);

    private final Workflows workflows;
    private final Submitters submitters;
    private final PlanReservations reservations;
    private final PromotionStart start;
    private final RefusedWorkflows refused;

    Adoption(Workflows workflows, Submitters submitters, PlanReservations reservations, PromotionStart start,
            RefusedWorkflows refused) {
        this.workflows = workflows;
        this.submitters = submitters;
        this.reservations = reservations;
        this.start = start;
        this.refused = refused;
    }

    /// Not within a transaction: the identity provider may have to be asked about the person.
    ///
    /// @return whether it is a promotion now
    boolean consider(WorkflowRun run) {
        GateCourse gate = GateCourse.read(run, new NodeNames(run.name()).admission());
        boolean past = isPast(run, gate);
        if (run.isFinished() || (gate.open().isEmpty() && !past) || refused.knows(run)) {
            return false;
        }
        Optional<Person> person = Optional.empty();
        try {
            if (past) {
                throw new Refusal.Conflict("It was resubmitted with what an earlier workflow had done, past its gates."
                        + " It is stopped: plan anew.");
            }
            person = submitters.find(run);
            return adopt(run,
                    person.orElseThrow(() -> new Refusal.NotAllowed("Argo Workflows knows who submitted it as "
                            + submitters.words(run)
                            + ", and the portal knows nobody of that name. Sign in to the portal once,"
                            + " and submit it with a token of your own.")));
        } catch (Refusal refusal) {
            // Another replica may have taken it over meanwhile, and with it the plan that is missing here.
            boolean counts = refused.refuse(run, person, refusal);
            log.info("the workflow {} is {} promotion: {}", run.name(), counts ? "no" : "already a", refusal.reason());
            return !counts;
        }
    }

    /// Argo resubmits a failed workflow with the outcomes of its nodes if asked to: those of gates among them.
    static boolean isPast(WorkflowRun run, GateCourse gate) {
        return run.labels().containsKey("workflows.argoproj.io/resubmitted-from-workflow") && gate.hasAsked()
                && !gate.isWaiting();
    }

    private boolean adopt(WorkflowRun run, Person person) {
        Reserved reserved = PromotionId.find(run.labels().getOrDefault("tiphys.dev/promotion", ""))
                .flatMap(reservations::find).orElseThrow(() -> new Refusal.NotFound(
                        "The portal knows no such plan, or it is older than two days. Plan anew, and run that program."));
        if (!reserved.planHash().equals(run.annotations().get("tiphys.dev/plan"))) {
            throw new Refusal.Conflict(
                    "It carries another plan than the one with its id. Run the program as it was shown.");
        }
        String workflow = workflows.getText(run.namespace(), run.name());
        return refused.unlessRefused(run, () -> start.adopt(reserved, workflow, person));
    }
}
