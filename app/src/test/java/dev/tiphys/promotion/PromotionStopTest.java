package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;
import dev.tiphys.promotion.plan.Target;

class PromotionStopTest {

    private static Course course(TargetPhase... phases) {
        List<TargetCourse> targets = Stream.of(phases)
                .map(phase -> new TargetCourse("shop/" + phase, phase, "", "", "", "",
                        1, null, null, null))
                .toList();
        return new Course(List.of(new WaveCourse("dev", WavePhase.RUNNING, "", null, null, null, targets)));
    }

    @Test
    void endsWhatIsUnderWay() {
        assertThat(PromotionStop.toEnd(course(TargetPhase.values()), false, application -> false))
                .containsExactlyInAnyOrder("shop/RUNNING", "shop/ASKS");
    }

    @Test
    void aSecondAttemptEndsWhatTheEndOfThePromotionFoundUnderWay() {
        Course closed = course(TargetPhase.SUCCEEDED, TargetPhase.FAILED, TargetPhase.SKIPPED, TargetPhase.LATER);

        assertThat(PromotionStop.toEnd(closed, true, application -> false)).containsExactly("shop/FAILED");
        assertThat(PromotionStop.toEnd(closed, true, application -> true)).isEmpty();
    }

    @Test
    void aClusterThatDoesNotAnswerKeepsNoOtherWaiting() {
        List<String> told = new ArrayList<>();
        List<Target> targets = Stream.of("a", "silent", "c")
                .map(name -> new Target(ApplicationRef.of("shop", name), "main",
                        name, "dev", "v4"))
                .toList();

        assertThatThrownBy(() -> EveryTarget.tell(targets, target -> {
            if (target.cluster().equals("silent")) {
                throw new ArgoException.Unavailable("Argo CD", "abort", "no answer", "Later.", null, null);
            }
            told.add(target.cluster());
        })).isInstanceOf(ArgoException.Unavailable.class);
        assertThat(told).containsExactly("a", "c");
    }
}
