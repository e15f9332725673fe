package dev.tiphys.promotion;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.CourseReader;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.plan.Plan;

/// Takes what the workflow tells into the promotion: course, phase, locks, and the end with its reason.
@Component
class PromotionProgress {

    private final PromotionLedger ledger;
    private final PromotionQueries queries;
    private final DecisionBook book;
    private final GateWatch gates;
    private final Standing standing;
    private final PromotionTasks tasks;
    private final PromotionNews news;
    private final Clock clock;

    PromotionProgress(PromotionLedger ledger, PromotionQueries queries, DecisionBook book, GateWatch gates,
            Standing standing, PromotionTasks tasks, PromotionNews news, Clock clock) {
        this.queries = queries;
        this.ledger = ledger;
        this.book = book;
        this.gates = gates;
        this.standing = standing;
        this.tasks = tasks;
        this.news = news;
        this.clock = clock;
    }

    /// Whether it is the workflow of a promotion, ended or not.
    @Transactional
    public boolean observe(WorkflowRun run) {
        Promotion promotion = find(run.namespace(), run.name());
        if (promotion != null && isOurs(run, promotion)) {
            if (promotion.phase().isFinal()) {
                gates.followEnded(promotion, run);
            } else {
                observe(promotion, run);
            }
        }
        return promotion != null;
    }

    private void observe(Promotion promotion, WorkflowRun run) {
        Plan plan = PlanText.read(promotion.plan());
        Course before = ledger.course(promotion.id());
        Course seen = CourseReader.read(plan, run);
        PromotionPhase phase = promotion.phase();
        // Whoever notices the workflow first writes down that it exists: who created it may have died since.
        if (promotion.begin(clock.instant())) {
            news.recordSubmitted(promotion);
        }
        Course after = run.isFinished() ? conclude(promotion, plan, seen, run.message()) : seen;
        if (!run.isFinished()) {
            Standing.Phase next = standing.of(promotion, plan, seen, run.suspended());
            promotion.follow(next.phase(), next.who(), next.why(), clock.instant());
        }
        if (!after.equals(before) || phase != promotion.phase()) {
            advance(promotion, plan, before, after, phase);
        }
        gates.follow(promotion, plan, run, before, after);
    }

    private void advance(Promotion promotion, Plan plan, Course before, Course after, PromotionPhase phase) {
        ledger.advance(promotion, before, after);
        new TargetEffects(promotion.id(), promotion.planHash(), plan).between(before, after)
                .forEach(effect -> news.record(effect.action(), promotion.service(), effect.environment()));
        record(promotion, phase);
        boolean asks = !promotion.phase().isFinal() && asksOf(after).findAny().isPresent();
        if (promotion.phase().isFinal() || !asksOf(before).toList().equals(asksOf(after).toList())) {
            news.waits(promotion.id(), asks);
        }
        news.changed(promotion.id());
    }

    /// The questions that targets ask, by the nodes that ask them.
    private static Stream<String> asksOf(Course course) {
        return course.targets().filter(target -> target.phase() == TargetPhase.ASKS).map(TargetCourse::askNode);
    }

    private @Nullable Promotion find(String namespace, String workflow) {
        return queries.findByWorkflow(namespace, workflow).flatMap(ledger::find).orElse(null);
    }

    private static boolean isOurs(WorkflowRun run, Promotion promotion) {
        return promotion.id().toString().equals(run.labels().get("tiphys.dev/promotion"));
    }

    /// A rollout looks different now: it may wait for a person, go on again, or have begun under a paused promotion.
    @Transactional
    public void rolloutMoved(String application) {
        for (UUID id : queries.underWay(application)) {
            ledger.find(id).ifPresent(this::rolloutMoved);
        }
    }

    private void rolloutMoved(Promotion promotion) {
        PromotionPhase phase = promotion.phase();
        if (phase == PromotionPhase.PAUSED) {
            tasks.hold(promotion.id());
        } else if (phase == PromotionPhase.RUNNING || phase == PromotionPhase.WAITING) {
            Plan plan = PlanText.read(promotion.plan());
            Standing.Phase next = standing.of(promotion, plan, ledger.course(promotion.id()), false);
            promotion.follow(next.phase(), next.who(), next.why(), clock.instant());
        }
        if (phase != promotion.phase()) {
            news.changed(promotion.id());
        }
    }

    /// The workflow of an open promotion is gone: nobody will carry it on.
    @Transactional
    public void lost(String namespace, String workflow) {
        Promotion promotion = find(namespace, workflow);
        if (promotion == null || promotion.phase().isFinal() || promotion.phase() == PromotionPhase.PLANNED) {
            return;
        }
        PromotionPhase phase = promotion.phase();
        Course before = ledger.course(promotion.id());
        Plan plan = PlanText.read(promotion.plan());
        Course after = conclude(promotion, plan, before,
                "the workflow " + workflow + " was deleted in Argo Workflows");
        advance(promotion, plan, before, after, phase);
    }

    /// A promotion that is stopped before its workflow exists ends at once.
    @Transactional
    public void stoppedBeforeItBegan(PromotionId id, Decision stop) {
        Promotion promotion = ledger.get(id);
        if (promotion.phase() != PromotionPhase.PLANNED) {
            return;
        }
        Course before = ledger.course(id);
        Plan plan = PlanText.read(promotion.plan());
        advance(promotion, plan, before, conclude(promotion, plan, before, ""), PromotionPhase.PLANNED);
    }

    private Course conclude(Promotion promotion, Plan plan, Course seen, String message) {
        Optional<Decision> ending = book.list(promotion.id()).stream()
                .filter(decision -> decision.decision().equals("stop") || decision.decision().equals("reject"))
                .reduce((earlier, later) -> later);
        Conclusion conclusion = Conclusion.of(plan, seen, ending, message);
        promotion.end(conclusion.phase(), conclusion.who(), conclusion.reason(), clock.instant());
        return conclusion.course();
    }

    private void record(Promotion promotion, PromotionPhase before) {
        if (promotion.phase() != before && promotion.phase().isFinal()) {
            gates.close(promotion, "the promotion has ended");
            String code = "promotion." + promotion.phase().name().toLowerCase(java.util.Locale.ROOT);
            news.record(ActionTaken.by(Actor.portal("promotions"), code, "promotion", promotion.id().toString())
                    .change(before.name(), promotion.phase().name()).because(reasonWithoutNames(promotion))
                    .underPlan(promotion.planHash()), promotion.service(), "");
        }
    }

    // The record keeps names apart, so that they can be erased; its free texts hold none of the portal's making.
    private String reasonWithoutNames(Promotion promotion) {
        String reason = promotion.reason();
        for (Decision decision : book.list(promotion.id())) {
            reason = reason.replace(decision.byName(), decision.bySubject());
        }
        return reason;
    }
}
