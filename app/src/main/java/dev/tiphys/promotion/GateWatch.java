package dev.tiphys.promotion;

import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.promotion.compile.NodeNames;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.GateCourse;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Wave;

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
        Map<String, GateCourse> courses = GateCourse.readAll(run, plan.waves().stream().map(Wave::name).toList());
        refusals.follow(promotion, run, courses);
        if (!promotion.phase().isFinal()) {
            admissions.follow(promotion, courses.getOrDefault(NodeNames.ADMISSION, GateCourse.LATER));
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
