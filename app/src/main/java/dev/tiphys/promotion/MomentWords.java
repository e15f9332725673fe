package dev.tiphys.promotion;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.tiphys.promotion.Replay.Frame;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;

/// Tells what happened to a promotion, one sentence for each moment.
final class MomentWords {

    private final Map<String, Target> targets;

    MomentWords(Plan plan) {
        this.targets = plan.targets().stream()
                .collect(Collectors.toMap(target -> target.application().toString(), Function.identity()));
    }

    Frame frame(int number, Moment moment) {
        return switch (moment) {
            case Moment.Passed passed -> new Frame(number, passed.at(), "promotion", passed.step().why(),
                    passed.step().phaseAfter().name());
            case Moment.Decided decided -> new Frame(number, decided.at(),
                    decided.decision().subject().isEmpty() ? "promotion" : decided.decision().subject(),
                    decided.decision().sentence(), "");
            case Moment.Changed changed -> new Frame(number, changed.at(), what(changed.event()),
                    changed.event().isOfWave() ? wave(changed.event()) : target(changed.event()),
                    changed.event().phase());
        };
    }

    private String what(CourseEvent event) {
        Target target = targets.get(event.application());
        return target == null ? event.wave() : target.cluster();
    }

    private static String wave(CourseEvent event) {
        return switch (event.phase()) {
            case "WAITING" -> "waits for approval";
            case "RUNNING" -> "begins";
            case "SUCCEEDED" -> "is complete";
            case "ABORTED" -> "is stopped";
            default -> "ends before it is complete";
        };
    }

    private static String target(CourseEvent event) {
        String because = event.reason().isEmpty() ? "" : ": " + event.reason();
        return switch (event.phase()) {
            case "RUNNING" -> running(event);
            case "ASKS" -> "needs a decision" + because;
            case "SUCCEEDED" -> "is done";
            case "SKIPPED" -> "is skipped" + because;
            default -> "failed" + because;
        };
    }

    private static String running(CourseEvent event) {
        String again = event.attempt() > 1 ? " (delivery " + event.attempt() + ")" : "";
        return switch (event.step()) {
            case "" -> "begins";
            case "set-version" -> "gets its version set";
            case "sync" -> "is synced by Argo CD";
            case "await-rollout" -> "is rolled out";
            case "verify" -> "is watched";
            default -> event.step();
        } + again;
    }
}
