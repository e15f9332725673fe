package dev.tiphys.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;
import dev.tiphys.promotion.plan.Plan;

/// How a promotion ended, by its waves and by what people decided; what Argo calls the workflow does not count.
///
/// @param course with nothing left open
record Conclusion(PromotionPhase phase, String who, String reason, Course course) {

    static Conclusion of(Plan plan, Course seen, Optional<Decision> ending, String message) {
        if (seen.isComplete()) {
            return new Conclusion(PromotionPhase.SUCCEEDED, "Tiphys", skipped(seen), seen);
        }
        if (ending.isPresent()) {
            String said = ending.get().subject().isEmpty() ? "" : ending.get().subject() + " was ";
            return new Conclusion(PromotionPhase.ABORTED, ending.get().byName(),
                    capital(said + ending.get().sentence()) + ". " + whatStaysWhere(plan, seen),
                    closed(seen, WavePhase.ABORTED));
        }
        return new Conclusion(PromotionPhase.FAILED, "Tiphys", capital(cause(seen, message)) + ". "
                + whatStaysWhere(plan, seen), closed(seen, WavePhase.FAILED));
    }

    private static String skipped(Course course) {
        List<String> names = course.targets().filter(target -> target.phase() == TargetPhase.SKIPPED)
                .map(TargetCourse::application).toList();
        return names.isEmpty() ? "" : names.size() + " skipped: " + String.join(", ", names);
    }

    private static String cause(Course course, String message) {
        return course.targets().filter(target -> !target.reason().isEmpty() && target.phase() != TargetPhase.SKIPPED)
                .map(target -> target.application() + ": " + target.reason()).findFirst()
                .orElse(message.isEmpty() ? "the workflow ended before every wave was complete" : message);
    }

    /// Such as "dev, stage stay on v5; prod-east, prod-west stay on v4".
    private static String whatStaysWhere(Plan plan, Course course) {
        List<String> done = new ArrayList<>();
        List<String> partly = new ArrayList<>();
        List<String> untouched = new ArrayList<>();
        for (WaveCourse wave : course.waves()) {
            long on = wave.targets().stream().filter(target -> target.phase() == TargetPhase.SUCCEEDED).count();
            if (on == wave.targets().size()) {
                done.add(wave.name());
            } else if (on > 0 || wave.targets().stream().anyMatch(target -> target.attempt() > 0)) {
                partly.add(wave.name() + " has " + on + " of " + wave.targets().size() + " on "
                        + to(plan, List.of(wave.name())));
            } else {
                untouched.add(wave.name());
            }
        }
        List<String> parts = new ArrayList<>();
        addStays(parts, done, to(plan, done));
        parts.addAll(partly);
        addStays(parts, untouched, from(plan, untouched));
        return capital(String.join("; ", parts)) + ".";
    }

    private static void addStays(List<String> parts, List<String> names, String version) {
        if (!names.isEmpty()) {
            parts.add(String.join(", ", names) + (names.size() == 1 ? " stays on " : " stay on ") + version);
        }
    }

    private static String from(Plan plan, List<String> waves) {
        return plan.targets().stream().filter(target -> waves.contains(target.environment()))
                .map(target -> target.from()).distinct().collect(Collectors.joining(", "));
    }

    private static String to(Plan plan, List<String> waves) {
        return plan.targets().stream().filter(target -> waves.contains(target.environment())).map(plan::to).distinct()
                .collect(Collectors.joining(", "));
    }

    private static Course closed(Course course, WavePhase last) {
        List<WaveCourse> waves = new ArrayList<>();
        for (WaveCourse wave : course.waves()) {
            boolean begun = wave.phase() != WavePhase.LATER;
            boolean open = !wave.phase().isFinal() || wave.phase() == WavePhase.FAILED;
            waves.add(open && (begun || last == WavePhase.ABORTED) ? closed(wave, last) : wave);
        }
        return new Course(waves);
    }

    private static WaveCourse closed(WaveCourse wave, WavePhase last) {
        List<TargetCourse> targets = wave.targets().stream().map(target -> switch (target.phase()) {
            case RUNNING, ASKS -> new TargetCourse(target.application(), TargetPhase.FAILED, target.step(),
                    target.reason(), target.podName(), "", target.attempt(), target.since(), target.startedAt(),
                    target.finishedAt());
            case LATER, SUCCEEDED, SKIPPED, FAILED -> target;
        }).toList();
        return new WaveCourse(wave.name(), last, wave.gateNode(), wave.waitingSince(), wave.startedAt(),
                wave.finishedAt(), targets);
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
