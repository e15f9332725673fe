package dev.tiphys.steps;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import dev.tiphys.argo.rollouts.RolloutView;
import dev.tiphys.argo.rollouts.RolloutView.Pause;
import dev.tiphys.argo.rollouts.RolloutView.Phase;
import dev.tiphys.steps.LiveRollouts.Live;
import dev.tiphys.steps.Poll.Observation;

/// Judges the Rollouts of an Application: through, on their way, waiting for a person, or broken.
final class RolloutWait {

    private final LiveRollouts rollouts;
    private final Pod pod;

    RolloutWait(LiveRollouts rollouts, Pod pod) {
        this.rollouts = rollouts;
        this.pod = pod;
    }

    Observation look(List<Live> live) {
        live.forEach(this::failIfBroken);
        live.stream().map(Live::view).filter(view -> view.steps().count() > 0).findFirst()
                .ifPresent(view -> pod.progress(view.steps().index(), view.steps().count()));
        if (live.stream().allMatch(rollout -> rollout.view().isDone())) {
            pod.progress(1, 1);
            return Observation.done(live.stream().map(rollout -> rollout.ref().name())
                    .collect(Collectors.joining(", ")) + " is rolled out and Healthy");
        }
        RolloutView slowest = live.stream().map(Live::view).filter(view -> !view.isDone()).findFirst().orElseThrow();
        String mark = live.stream().map(rollout -> mark(rollout.view())).collect(Collectors.joining());
        return new Observation.Waiting(sentence(slowest), mark, mayLast(slowest));
    }

    private void failIfBroken(Live rollout) {
        RolloutView view = rollout.view();
        if (!view.aborted() && view.phase() != Phase.DEGRADED) {
            return;
        }
        String analysis = rollouts.failedAnalysis(rollout);
        String message = view.message().isEmpty() ? "" : ": " + view.message();
        throw new ChangeFailed("the rollout of " + view.name() + (view.aborted() ? " was aborted" : " is Degraded")
                + (analysis.isEmpty() ? message : ": " + analysis));
    }

    private static String sentence(RolloutView view) {
        String where = view.name() + step(view);
        Pause pause = view.pause();
        if (pause == null) {
            return where + " goes on" + (view.message().isEmpty() ? "" : ": " + view.message());
        }
        Instant until = pause.until();
        return where + (until == null
                ? " is paused (" + pause.reason() + ") and waits for a person to resume it"
                : " is paused until " + until);
    }

    private static String step(RolloutView view) {
        RolloutView.Steps steps = view.steps();
        return steps.count() == 0
                ? ""
                : " at step " + Math.min(steps.index() + 1, steps.count()) + " of " + steps.count() + ", weight "
                        + view.weights().actual() + " %,";
    }

    /// Pauses and analyses last as long as their authors want, so that only a standstill outside them counts.
    private static boolean mayLast(RolloutView view) {
        return view.isPaused() || view.analyses().stream()
                .anyMatch(run -> run.isRunning() && view.steps().current().equals("analysis"));
    }

    private static String mark(RolloutView view) {
        return view.phase() + "/" + view.steps().index() + "/" + view.weights().actual() + "/"
                + view.revisions().active() + ";";
    }
}
