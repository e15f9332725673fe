package dev.tiphys.promotion;

import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.tiphys.fleet.Fleet;
import dev.tiphys.promotion.plan.PlanRefused;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.promotion.plan.PlanRequest.Rollback;
import dev.tiphys.promotion.plan.Planned;
import dev.tiphys.promotion.plan.RollbackPlanner;
import dev.tiphys.promotion.plan.RollbackWish;
import dev.tiphys.promotion.plan.Wave;
import dev.tiphys.web.Refusal;

/// Plans the way back on what is known at this moment. What cannot be rolled back is a conflict, with what to do.
@Component
class RollbackPlans {

    private final RollbackPlanner planner;
    private final FormerVersions formers;
    private final Fleet fleet;
    private final EnvironmentLocks locks;
    private final HubTools tools;

    RollbackPlans(RollbackPlanner planner, FormerVersions formers, Fleet fleet, EnvironmentLocks locks,
            HubTools tools) {
        this.planner = planner;
        this.formers = formers;
        this.fleet = fleet;
        this.locks = locks;
        this.tools = tools;
    }

    Planned plan(Rollback rollback) {
        RollbackWish wish = formers.of(rollback);
        try {
            return planner.plan(wish, fleet.snapshot(),
                    locks.heldByOthers(wish.service(), new PromotionId(rollback.promotion())), tools.versions());
        } catch (PlanRefused refused) {
            throw new Refusal.Conflict(refused.problems().stream().map(PlanRefused.Problem::text)
                    .collect(Collectors.joining(" ")));
        }
    }

    /// The wish with all that it comes to: service, version and environments.
    PlanRequest whole(Rollback rollback) {
        var plan = plan(rollback).plan();
        return new PlanRequest(plan.service(), plan.version(), plan.waves().stream().map(Wave::name).toList(),
                rollback);
    }
}
