package dev.tiphys.promotion;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tiphys.fleet.Fleet;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.plan.PlanRefused;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.Planned;
import dev.tiphys.promotion.plan.Planner;
import dev.tiphys.web.Refusal;

/// Plans promotions on the fleet as it is now.
@Component
public class PromotionPlanning {

    private final Fleet fleet;
    private final EnvironmentLocks locks;
    private final Planner planner;
    private final PlanReservations reservations;
    private final PromotionRights rights;

    PromotionPlanning(Fleet fleet, EnvironmentLocks locks, Planner planner, PlanReservations reservations,
            PromotionRights rights) {
        this.fleet = fleet;
        this.locks = locks;
        this.planner = planner;
        this.reservations = reservations;
        this.rights = rights;
    }

    /// The plan as it would start now, with the workflow and the Hera program that would run it. What cannot be planned
    /// is a [Refusal.Invalid] with a message for each field.
    public PlannedPromotion plan(PlanRequest request, Person person) {
        rights.requireStart(person, request);
        return reservations.reserve(person.subject(), plan(request));
    }

    Planned plan(PlanRequest request) {
        try {
            return planner.plan(request, fleet.snapshot(), locks.held(request.service()));
        } catch (PlanRefused refused) {
            Map<String, String> fields = new LinkedHashMap<>();
            refused.problems().forEach(problem -> fields.merge(problem.field(), problem.text(), (a, b) -> a + " " + b));
            throw new Refusal.Invalid(fields);
        }
    }
}
