package dev.tiphys.promotion;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.tiphys.promotion.PromotionView.Waiting;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.PromotionView.WorkflowName;
import dev.tiphys.promotion.TargetViews.Steering;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;

/// Puts together what is shown of promotions.
@Component
class PromotionViews {

    private final CourseStore courses;
    private final DecisionBook book;
    private final TargetViews targets;
    private final ParkedTargets parked;
    private final GateRefusals refusals;
    private final HeldRollouts held;
    private final WaitingReason waiting;
    private final Clock clock;

    PromotionViews(CourseStore courses, DecisionBook book, TargetViews targets, ParkedTargets parked,
            GateRefusals refusals, HeldRollouts held, WaitingReason waiting, Clock clock) {
        this.courses = courses;
        this.book = book;
        this.targets = targets;
        this.parked = parked;
        this.refusals = refusals;
        this.held = held;
        this.waiting = waiting;
        this.clock = clock;
    }

    List<PromotionView> of(Collection<PromotionRow> rows) {
        List<UUID> ids = rows.stream().map(PromotionRow::id).toList();
        Map<UUID, Course> course = courses.load(ids);
        Map<UUID, List<Decision>> decisions = book.list(ids);
        Map<UUID, Map<String, String>> takers = parked.takers(ids);
        Map<UUID, Map<String, Long>> bypasses = refusals.counts(ids);
        Map<UUID, Set<String>> holds = held.applications(ids);
        return rows.stream().map(row -> of(row, course.getOrDefault(row.id(), new Course(List.of())),
                new Said(steering(row, decisions.getOrDefault(row.id(), List.of()),
                        holds.getOrDefault(row.id(), Set.of())), takers.getOrDefault(row.id(), Map.of()),
                        bypasses.getOrDefault(row.id(), Map.of()))))
                .toList();
    }

    /// What people have said about a promotion, and by waves how often somebody tried to get past its gate.
    private record Said(Steering steering, Map<String, String> takers, Map<String, Long> bypasses) {

        List<Decision> decisions() {
            return steering.decisions();
        }
    }

    private static Steering steering(PromotionRow row, List<Decision> decisions, Set<String> held) {
        boolean paused = row.phase() == PromotionPhase.PAUSED || Hold.of(decisions).pause().isPresent();
        return new Steering(paused, decisions, held);
    }

    private PromotionView of(PromotionRow row, Course course, Said said) {
        Plan plan = PlanText.read(row.plan());
        List<WaveView> waves = new ArrayList<>();
        for (Wave wave : plan.waves()) {
            course.findWave(wave.name()).ifPresent(seen -> waves.add(wave(plan, wave, seen, said)));
        }
        Waiting reason = waiting.of(row, waves, course, said.decisions());
        return new PromotionView(new PromotionId(row.id()), row.service(), row.version(), from(plan), row.phase(),
                row.reason(), row.requesterName(), row.createdAt(), row.startedAt(), row.finishedAt(), row.planHash(),
                reason, waves, new WorkflowName(row.namespace(), row.workflow()), clock.instant(), row.startedOutside(),
                row.note(), row.changeReference());
    }

    private WaveView wave(Plan plan, Wave wave, WaveCourse seen, Said said) {
        Map<String, Target> planned = wave.targets().stream()
                .collect(Collectors.toMap(target -> target.application().toString(), target -> target));
        List<PromotionView.TargetView> views = new ArrayList<>();
        for (TargetCourse target : seen.targets()) {
            Target known = planned.get(target.application());
            if (known != null) {
                views.add(targets.of(known, target, plan.to(known), said.steering())
                        .takenBy(said.takers().get(target.application())));
            }
        }
        return new WaveView(wave.name(), seen.phase().name(), wave.gate().word(), gate(wave, seen, said),
                wave.maxInFlight(), seen.startedAt(), seen.finishedAt(), views);
    }

    private static String gate(Wave wave, WaveCourse seen, Said said) {
        long bypasses = said.bypasses().getOrDefault(wave.name(), 0L);
        return gate(wave, seen, said.decisions()) + (bypasses == 0
                ? ""
                : "; answered " + (bypasses == 1 ? "once" : bypasses + " times")
                        + " in Argo Workflows without a signature, which opened nothing");
    }

    static String gate(Wave wave, WaveCourse seen, List<Decision> decisions) {
        if (wave.gate().word().equals("none")) {
            return "starts at once";
        }
        return decisions.stream().filter(one -> one.kind().equals("approval") && one.subject().equals(wave.name()))
                .filter(one -> seen.phase() != WavePhase.WAITING || one.node().equals(seen.gateNode()))
                .map(Decision::sentence).reduce((former, latter) -> latter).orElseGet(() -> switch (seen.phase()) {
                    case WAITING -> "waits for approval";
                    case LATER, ABORTED -> "needs approval";
                    case RUNNING, SUCCEEDED, FAILED -> "opened in Argo Workflows";
                });
    }

    static String from(Plan plan) {
        return plan.targets().stream().filter(target -> !target.from().equals(plan.to(target))).map(Target::from)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
