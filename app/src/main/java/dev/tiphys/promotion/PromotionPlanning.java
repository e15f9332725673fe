package dev.tiphys.promotion;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.Planned;

/// Plans promotions on the fleet as it is now.
@Component
public class PromotionPlanning {

    private final FleetPlanner planner;
    private final PlanReservations reservations;
    private final PromotionRights rights;
    private final PromotionSights sights;

    PromotionPlanning(FleetPlanner planner, PlanReservations reservations, PromotionRights rights,
            PromotionSights sights) {
        this.planner = planner;
        this.reservations = reservations;
        this.rights = rights;
        this.sights = sights;
    }

    /// The plan as it would start now, with the workflow and the Hera program that would run it. What cannot be planned
    /// is a [dev.tiphys.web.Refusal.Invalid] with a message for each field.
    public PlannedPromotion plan(PlanRequest request, Person person) {
        PlanRequest whole = whole(request, person);
        rights.requireStart(person, whole);
        return reservations.reserve(person, plan(whole));
    }

    /// What a rollback comes to; who may promote nowhere, or may not view the service, does not hear whether there is
    /// such a promotion.
    PlanRequest whole(PlanRequest request, Person person) {
        if (request.rollback() != null) {
            rights.requireSomewhere(person, PortalAction.PROMOTION_PLAN);
            sights.requireSeen(person, new PromotionId(request.rollback().promotion()));
        }
        return planner.whole(request);
    }

    Planned plan(PlanRequest request) {
        return planner.plan(request);
    }
}
