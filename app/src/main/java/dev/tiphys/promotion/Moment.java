package dev.tiphys.promotion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Something that happened to a promotion: it passed to another phase, a person decided, or its course changed.
sealed interface Moment {

    Instant at();

    record Passed(PromotionTransition step) implements Moment {
        @Override
        public Instant at() {
            return step.at();
        }
    }

    record Decided(Decision decision) implements Moment {
        @Override
        public Instant at() {
            return decision.at();
        }
    }

    record Changed(CourseEvent event) implements Moment {
        @Override
        public Instant at() {
            return event.at();
        }
    }

    /// All in the order of time, without what no person decided; the end comes last, whatever came together with it.
    static List<Moment> all(List<PromotionTransition> steps, List<Decision> decisions, List<CourseEvent> events) {
        List<Moment> moments = new ArrayList<>();
        steps.stream().filter(step -> !step.phaseAfter().isFinal()).map(Passed::new).forEach(moments::add);
        decisions.stream().filter(decision -> !decision.isAdmission()).map(Decided::new).forEach(moments::add);
        events.stream().map(Changed::new).forEach(moments::add);
        moments.sort(Comparator.comparing(Moment::at));
        steps.stream().filter(step -> step.phaseAfter().isFinal()).map(Passed::new).forEach(moments::add);
        return moments;
    }
}
