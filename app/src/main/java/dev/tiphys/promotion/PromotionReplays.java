package dev.tiphys.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.PromotionView.WorkflowName;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.CourseReplay;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;
import dev.tiphys.web.Refusal;

/// Shows a promotion as it stood at any moment, from what was kept of it alone.
@Component
public class PromotionReplays {

    private final PromotionQueries queries;
    private final DecisionBook book;
    private final EventBook events;

    PromotionReplays(PromotionQueries queries, DecisionBook book, EventBook events) {
        this.queries = queries;
        this.book = book;
        this.events = events;
    }

    /// @param at which of its moments, from 1; what is beyond them counts as the first or the last
    public Replay get(PromotionId id, int at) {
        PromotionRow row = queries.find(id.value())
                .orElseThrow(() -> new Refusal.NotFound("There is no promotion " + id + "."));
        Plan plan = PlanText.read(row.plan());
        List<Moment> moments = Moment.all(queries.transitions(id), book.list(id), events.list(id));
        MomentWords words = new MomentWords(plan);
        List<Replay.Frame> frames = new ArrayList<>();
        moments.forEach(moment -> frames.add(words.frame(frames.size() + 1, moment)));
        int shown = Math.clamp(at, 1, moments.size());
        return new Replay(shown, frames, view(row, plan, moments.subList(0, shown)));
    }

    private static PromotionView view(PromotionRow row, Plan plan, List<Moment> past) {
        CourseReplay replay = new CourseReplay(plan);
        List<Decision> decisions = new ArrayList<>();
        PromotionPhase phase = PromotionPhase.PLANNED;
        String why = "";
        for (Moment moment : past) {
            switch (moment) {
                case Moment.Passed passed -> {
                    phase = passed.step().phaseAfter();
                    why = passed.step().why();
                }
                case Moment.Decided decided -> decisions.add(decided.decision());
                case Moment.Changed changed -> tell(replay, changed.event());
            }
        }
        return view(row, plan, waves(plan, replay.course(), decisions), phase, phase.isFinal() ? why : "", past);
    }

    private static void tell(CourseReplay replay, CourseEvent event) {
        if (event.isOfWave()) {
            replay.wave(event.wave(), WavePhase.valueOf(event.phase()), event.at());
        } else {
            replay.target(event.application(), TargetPhase.valueOf(event.phase()), event.step(), event.reason(),
                    event.attempt(), event.at());
        }
    }

    private static PromotionView view(PromotionRow row, Plan plan, List<WaveView> waves, PromotionPhase phase,
            String why, List<Moment> past) {
        return new PromotionView(new PromotionId(row.id()), row.service(), row.version(), PromotionViews.from(plan),
                phase, why, row.requesterName(), row.createdAt(), row.startedAt(),
                phase.isFinal() ? row.finishedAt() : null, row.planHash(), null, waves,
                new WorkflowName(row.namespace(), row.workflow()), past.getLast().at());
    }

    private static List<WaveView> waves(Plan plan, Course course, List<Decision> decisions) {
        List<WaveView> waves = new ArrayList<>();
        for (Wave wave : plan.waves()) {
            course.findWave(wave.name()).map(seen -> wave(plan, wave, seen, decisions)).ifPresent(waves::add);
        }
        return waves;
    }

    private static WaveView wave(Plan plan, Wave wave, WaveCourse seen, List<Decision> decisions) {
        Map<String, Target> planned = wave.targets().stream()
                .collect(Collectors.toMap(target -> target.application().toString(), target -> target));
        List<TargetView> targets = new ArrayList<>();
        for (TargetCourse target : seen.targets()) {
            Target known = planned.get(target.application());
            if (known != null) {
                targets.add(target(known, target, plan.to(known)));
            }
        }
        return new WaveView(wave.name(), seen.phase().name(), wave.gate().word(),
                PromotionViews.gate(wave, seen, decisions), wave.maxInFlight(), seen.startedAt(), seen.finishedAt(),
                targets);
    }

    private static TargetView target(Target planned, TargetCourse seen, String version) {
        return new TargetView(planned.application().name(), planned.application().project(), planned.cluster(),
                planned.environment(), seen.phase().name(), planned.from(), version, seen.step(), seen.reason(), null,
                "", "", "", seen.startedAt(), seen.finishedAt());
    }
}
