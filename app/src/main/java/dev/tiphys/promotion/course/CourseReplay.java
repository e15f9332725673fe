package dev.tiphys.promotion.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;

/// Puts a course together again from its changes, as it stood after any of them.
public final class CourseReplay {

    private final Plan plan;
    private final Map<String, WaveCourse> waves = new LinkedHashMap<>();
    private final Map<String, TargetCourse> targets = new LinkedHashMap<>();

    /// Before the first change.
    public CourseReplay(Plan plan) {
        this.plan = plan;
        for (Wave wave : plan.waves()) {
            waves.put(wave.name(), new WaveCourse(wave.name(), WavePhase.LATER, "", null, null, null, List.of()));
            wave.targets().stream().map(target -> target.application().toString())
                    .forEach(name -> targets.put(name, TargetCourse.later(name)));
        }
    }

    public void wave(String name, WavePhase phase, Instant at) {
        waves.computeIfPresent(name, (key, was) -> new WaveCourse(name, phase, "",
                phase == WavePhase.WAITING ? at : was.waitingSince(),
                phase == WavePhase.RUNNING ? at : was.startedAt(), phase.isFinal() ? at : null, List.of()));
    }

    public void target(String application, TargetPhase phase, String step, String reason, int attempt, Instant at) {
        targets.computeIfPresent(application, (key, was) -> {
            boolean ends = phase == TargetPhase.SUCCEEDED || phase == TargetPhase.SKIPPED
                    || phase == TargetPhase.FAILED;
            @Nullable
            Instant started = was.startedAt() == null ? at : was.startedAt();
            return new TargetCourse(application, phase, step, reason, "", "", attempt, at, started, ends ? at : null);
        });
    }

    /// As it stands after what was told so far.
    public Course course() {
        List<WaveCourse> now = new ArrayList<>();
        for (Wave wave : plan.waves()) {
            WaveCourse seen = waves.getOrDefault(wave.name(),
                    new WaveCourse(wave.name(), WavePhase.LATER, "", null, null, null, List.of()));
            List<TargetCourse> those = wave.targets().stream().map(Target::application)
                    .map(application -> targets.getOrDefault(application.toString(),
                            TargetCourse.later(application.toString())))
                    .toList();
            now.add(new WaveCourse(seen.name(), seen.phase(), "", seen.waitingSince(), seen.startedAt(),
                    seen.finishedAt(), those));
        }
        return new Course(now);
    }
}
