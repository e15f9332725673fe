package dev.tiphys.promotion;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tiphys.fleet.Fleet;
import dev.tiphys.promotion.plan.PlanRefused;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.Planned;
import dev.tiphys.promotion.plan.Planner;
import dev.tiphys.web.Refusal;

/// Plans on what is known at this moment: the fleet, the locks of running promotions, the versions of the hub's tools.
@Component
class FleetPlanner {

    private final Planner planner;
    private final Fleet fleet;
    private final EnvironmentLocks locks;
    private final HubTools tools;
    private final VersionKnowledge versions;
    private final RollbackPlans rollbacks;

    FleetPlanner(Planner planner, Fleet fleet, EnvironmentLocks locks, HubTools tools, VersionKnowledge versions,
            RollbackPlans rollbacks) {
        this.planner = planner;
        this.fleet = fleet;
        this.locks = locks;
        this.tools = tools;
        this.versions = versions;
        this.rollbacks = rollbacks;
    }

    /// What a rollback comes to; any other wish as it is.
    PlanRequest whole(PlanRequest request) {
        return request.rollback() == null ? request : rollbacks.whole(request.rollback());
    }

    Planned plan(PlanRequest request) {
        if (request.rollback() != null) {
            return rollbacks.plan(request.rollback());
        }
        try {
            return versions.refine(
                    planner.plan(request, fleet.snapshot(), locks.held(request.service()), tools.versions()));
        } catch (PlanRefused refused) {
            Map<String, String> fields = new LinkedHashMap<>();
            refused.problems().forEach(problem -> fields.merge(problem.field(), problem.text(), (a, b) -> a + " " + b));
            throw new Refusal.Invalid(fields);
        }
    }
}
