package dev.tiphys.promotion;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.Planned;
import dev.tiphys.promotion.plan.Purpose;
import dev.tiphys.promotion.plan.Remark;
import dev.tiphys.promotion.plan.Wave;
import dev.tiphys.web.Refusal;

/// Starts promotions: everything that must hold is written in one transaction, and the workflow is created by a durable
/// task that the same transaction enqueues.
@Component
public class PromotionStart {

    private final PromotionPlanning planning;
    private final PromotionRights rights;
    private final PurposeRules rules;
    private final PlanReservations reservations;
    private final PromotionLedger ledger;
    private final PromotionNews news;
    private final PromotionPreemption preemption;
    private final Rollbacks rollbacks;

    PromotionStart(PromotionPlanning planning, PromotionRights rights, PurposeRules rules,
            PlanReservations reservations, PromotionLedger ledger, PromotionNews news,
            PromotionPreemption preemption, Rollbacks rollbacks) {
        this.planning = planning;
        this.rights = rights;
        this.rules = rules;
        this.reservations = reservations;
        this.ledger = ledger;
        this.news = news;
        this.preemption = preemption;
        this.rollbacks = rollbacks;
    }

    /// Starts what was asked. Refuses with 403 without the right, 409 when the fleet has changed since the plan with
    /// `planHash` was shown or another promotion is in the way, 422 when no plan can be made.
    ///
    /// @param planHash of the plan that the person has seen; null starts whatever the plan is now
    @Transactional
    public PromotionId start(PlanRequest request, @Nullable String planHash, Purpose purpose, Person person) {
        try {
            return open(planning.whole(request, person), planHash, purpose, person);
        } catch (Refusal.NotAllowed | Refusal.Conflict refusal) {
            news.recordRefusal(ActionTaken.by(person, "promotion.started", "service", request.service())
                    .change(null, request.rollback() == null
                            ? request.version() + " to " + String.join(", ", request.environments())
                            : "roll back promotion " + request.rollback().promotion())
                    .underPlan(planHash), request.service(), single(request.environments()), refusal);
            throw refusal;
        }
    }

    private PromotionId open(PlanRequest request, @Nullable String planHash, Purpose purpose, Person person) {
        rights.requireStart(person, request);
        // The way back never waits for paper.
        rules.check(purpose, request.rollback() == null ? request.environments() : List.of());
        if (planHash != null) {
            reservations.refuseVoid(person.subject(), planHash);
        }
        Planned planned = planning.plan(request);
        if (planHash != null && !planHash.equals(planned.planHash())) {
            throw new Refusal.Conflict("The plan no longer fits: what runs has changed since you looked."
                    + " Look at the new plan, and start that.");
        }
        refuseBlockers(planned);
        PlanRequest.Rollback rollback = request.rollback();
        String wait = rollback == null ? "" : preemption.makeWay(rollback, planned.plan(), person);
        PlannedPromotion taken = reservations.take(person.subject(), planned, purpose);
        ledger.open(taken, new Promotion.Requester(person.subject(), person.name(), false, purpose),
                later(planned.plan()));
        if (rollback != null) {
            rollbacks.note(taken.id(), rollback);
            ledger.get(taken.id()).troubledBy(wait);
        }
        String why = rollback == null
                ? purpose.sentence()
                : ("rolls back promotion " + rollback.promotion() + " " + purpose.sentence()).strip();
        news.record(ActionTaken.by(person, "promotion.started", "promotion", taken.id().toString())
                .change(from(planned.plan()), planned.plan().service() + " " + planned.plan().version())
                .because(why.isEmpty() ? null : why).underPlan(planned.planHash()), request.service(),
                single(request.environments()));
        return taken.id();
    }

    /// Takes over a workflow that somebody submitted by the program of a plan. Refuses as [#start] does, and with 409
    /// when it is another workflow than the one that was planned.
    ///
    /// @param workflow as Argo gives it
    @Transactional
    public void adopt(PlanReservations.Reserved reserved, String workflow, Person person) {
        PlanRequest request = reserved.request();
        rights.requireStart(person, request);
        if (!reserved.requester().equals(person.subject())) {
            throw new Refusal.NotAllowed("Somebody else made this plan. Plan it yourself, and run that program.");
        }
        Purpose purpose = ManifestMatch.purpose(workflow);
        // It stands in the operations of Argo CD as who asked for them.
        if (!purpose.requester().equals(person.username())) {
            throw new Refusal.Conflict("It says that somebody else asked for it. Run the program as it was shown.");
        }
        rules.check(purpose, request.environments());
        if (!reserved.voided().isEmpty()) {
            throw new Refusal.Conflict("The plan is void: " + reserved.voided() + ". Plan anew, and run that program.");
        }
        Planned planned = planning.plan(request);
        if (!reserved.planHash().equals(planned.planHash())) {
            throw new Refusal.Conflict("The plan is stale: what runs has changed since it was made."
                    + " Plan anew, and run that program.");
        }
        refuseBlockers(planned);
        PlannedPromotion taken = reservations.take(reserved.requester(), planned, purpose);
        if (!ManifestMatch.fits(taken.compiled().json(), workflow)) {
            throw new Refusal.Conflict("It is another workflow than the one that was planned."
                    + " Run the program as it was shown.");
        }
        ledger.adopt(taken, new Promotion.Requester(person.subject(), person.name(), true, purpose),
                later(planned.plan()));
        news.record(ActionTaken.by(person, "promotion.adopted", "promotion", taken.id().toString())
                .change(from(planned.plan()), planned.plan().service() + " " + planned.plan().version())
                .because(words(purpose)).underPlan(planned.planHash()), request.service(),
                single(request.environments()));
    }

    private static @Nullable String words(Purpose purpose) {
        return purpose.sentence().isEmpty() ? null : purpose.sentence();
    }

    private static String single(Collection<String> environments) {
        return environments.size() == 1 ? environments.iterator().next() : "";
    }

    private static void refuseBlockers(Planned planned) {
        String blockers = planned.remarks().stream().filter(remark -> remark.level() == Remark.Level.BLOCKER)
                .map(Remark::text).collect(Collectors.joining(" "));
        if (!blockers.isEmpty()) {
            throw new Refusal.Conflict(blockers);
        }
    }

    private static String from(Plan plan) {
        return plan.targets().stream().map(target -> target.environment() + " " + target.from()).distinct()
                .collect(Collectors.joining(", "));
    }

    private static Course later(Plan plan) {
        return new Course(plan.waves().stream().map(PromotionStart::later).toList());
    }

    private static WaveCourse later(Wave wave) {
        return new WaveCourse(wave.name(), WavePhase.LATER, "", null, null, null,
                wave.targets().stream().map(target -> TargetCourse.later(target.application().toString())).toList());
    }
}
