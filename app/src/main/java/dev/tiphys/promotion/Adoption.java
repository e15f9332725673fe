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
        boolean asks = GateCourse.read(run, new NodeNames(run.name()).admission()).open().isPresent();
        if (run.isFinished() || !asks || refused.knows(run)) {
            return false;
        }
        Optional<Person> person = Optional.empty();
        try {
            person = submitters.find(run);
            adopt(run, person.orElseThrow(() -> new Refusal.NotAllowed("Argo Workflows knows who submitted it as "
                    + submitters.words(run) + ", and the portal knows nobody of that name. Sign in to the portal once,"
                    + " and submit it with a token of your own.")));
            return true;
        } catch (Refusal refusal) {
            log.info("the workflow {} is no promotion: {}", run.name(), refusal.reason());
            refused.refuse(run, person, refusal);
            return false;
        }
    }

    private void adopt(WorkflowRun run, Person person) {
        Reserved reserved = PromotionId.find(run.labels().getOrDefault("tiphys.dev/promotion", ""))
                .flatMap(reservations::find).orElseThrow(() -> new Refusal.NotFound(
                        "The portal knows no such plan, or it is older than two days. Plan anew, and run that program."));
        if (!reserved.planHash().equals(run.annotations().get("tiphys.dev/plan"))) {
            throw new Refusal.Conflict(
                    "It carries another plan than the one with its id. Run the program as it was shown.");
        }
        start.adopt(reserved, workflows.getText(run.namespace(), run.name()), person);
    }
}
