package dev.tiphys.promotion;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalSubject;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.ApprovalWish;
import dev.tiphys.approval.Approvals;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Risk;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;

/// Asks people before a wave starts, and stops asking when there is nothing left to decide.
@Component
class Gates {

    private final Approvals approvals;
    private final PromotionRights rights;
    private final PromotionQueries queries;
    private final DecisionBook book;
    private final Fleet fleet;

    Gates(Approvals approvals, PromotionRights rights, PromotionQueries queries, DecisionBook book, Fleet fleet) {
        this.book = book;
        this.approvals = approvals;
        this.rights = rights;
        this.queries = queries;
        this.fleet = fleet;
    }

    static ApprovalSubject subject(PromotionId promotion, String wave) {
        return new ApprovalSubject(ApprovalSubject.Kind.PROMOTION_GATE, promotion.toString(), wave);
    }

    Optional<ApprovalView> find(PromotionId promotion, String wave) {
        return approvals.find(subject(promotion, wave));
    }

    void decide(ApprovalId id, Approvals.Word word, String reason, Person person) {
        approvals.decide(id, word, reason, person);
    }

    /// Asks for each gate that has begun to wait, and closes what was asked for a gate that no longer does. Safe to
    /// repeat: a gate is asked once for a plan.
    void follow(Promotion promotion, Plan plan, Course before, Course after) {
        for (Wave wave : plan.waves()) {
            boolean waited = waits(before, wave);
            boolean waits = waits(after, wave);
            if (waits && (!waited || find(promotion.id(), wave.name()).isEmpty()
                    || isAskedAnew(promotion, wave, before, after))) {
                approvals.open(wish(promotion, plan, wave));
            } else if (waited && !waits) {
                approvals.close(subject(promotion.id(), wave.name()), "the gate was answered in Argo Workflows");
            }
        }
    }

    // The former decision came too late for its gate, unless it is only on its way to the question that is open now.
    private boolean isAskedAnew(Promotion promotion, Wave wave, Course before, Course after) {
        boolean another = !gateNode(before, wave).equals(gateNode(after, wave));
        return another && find(promotion.id(), wave.name()).filter(request -> request.state().isFinal()).isPresent()
                && book.list(promotion.id()).stream().noneMatch(
                        decision -> decision.subject().equals(wave.name()) && decision.appliedAt() == null);
    }

    private static String gateNode(Course course, Wave wave) {
        return course.findWave(wave.name()).map(WaveCourse::gateNode).orElse("");
    }

    private static boolean waits(Course course, Wave wave) {
        return course.findWave(wave.name()).map(WaveCourse::phase).filter(phase -> phase == WavePhase.WAITING)
                .isPresent();
    }

    /// Asks anew although it was decided: the decision was given up before its workflow heard of it.
    void askAgain(Promotion promotion, String wave) {
        Plan plan = PlanText.read(promotion.plan());
        plan.waves().stream().filter(each -> each.name().equals(wave))
                .forEach(each -> approvals.open(wish(promotion, plan, each)));
    }

    void close(Promotion promotion, String why) {
        PlanText.read(promotion.plan()).waves().stream().filter(wave -> !wave.gate().word().equals("none"))
                .forEach(wave -> approvals.close(subject(promotion.id(), wave.name()), why));
    }

    private ApprovalWish wish(Promotion promotion, Plan plan, Wave wave) {
        List<ApprovalWish.Change> changes = wave.targets().stream()
                .map(target -> new ApprovalWish.Change(target.cluster(), target.from(), plan.to(target))).toList();
        String from = String.join(", ", wave.targets().stream().map(Target::from).distinct().toList());
        String to = String.join(", ", wave.targets().stream().map(plan::to).distinct().toList());
        return new ApprovalWish(subject(promotion.id(), wave.name()), promotion.planHash(),
                plan.service() + " " + from + " → " + to + " into " + wave.name(), changes,
                (risk(promotion, plan, wave).sentence() + " " + promotion.purpose().sentence()).strip(),
                rights.scope(plan.service()).in(wave.name()),
                new ApprovalWish.Requester(promotion.requester(), promotion.requesterName()),
                "/promotions/" + promotion.id());
    }

    private Risk risk(Promotion promotion, Plan plan, Wave wave) {
        return new Risk(plan.version(), wave.name(), wave.targets(), fleet.snapshot().applicationsOf(plan.service()),
                queries.lastEnd(promotion.id(), plan.service(), wave.name()));
    }
}
