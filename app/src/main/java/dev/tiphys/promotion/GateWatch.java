package dev.tiphys.promotion;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.plan.Plan;

/// Looks after the gates of a promotion as its workflow tells of them: lets it in, asks people, and records answers
/// that came past them.
@Component
class GateWatch {

    private final Gates gates;
    private final Admissions admissions;
    private final GateRefusals refusals;
    private final Revivals revivals;

    GateWatch(Gates gates, Admissions admissions, GateRefusals refusals, Revivals revivals) {
        this.gates = gates;
        this.admissions = admissions;
        this.refusals = refusals;
        this.revivals = revivals;
    }

    void follow(Promotion promotion, Plan plan, WorkflowRun run, Course before, Course after) {
        refusals.follow(promotion, plan, run);
        if (!promotion.phase().isFinal()) {
            admissions.follow(promotion, run);
            gates.follow(promotion, plan, before, after);
        }
    }

    /// The promotion has ended, and nothing of it may run.
    void followEnded(Promotion promotion, WorkflowRun run) {
        revivals.follow(promotion, run);
    }

    /// Nothing is left to decide.
    void close(Promotion promotion, String why) {
        gates.close(promotion, why);
    }
}
