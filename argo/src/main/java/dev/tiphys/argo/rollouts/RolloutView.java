package dev.tiphys.argo.rollouts;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.json.JsonView;

/// What there is to see of a Rollout, read from its object by the rules of the Rollouts controller and its dashboard.
///
/// @param message of the phase: why it waits or what broke; empty when there is nothing to say
/// @param images of the containers in the pod template, or of the newest ReplicaSet where the template is elsewhere
/// @param observed whether the controller has seen the newest specification
/// @param pause what it waits for; null unless the phase is `PAUSED`
/// @param aborted whether the update was given up; traffic is back on the stable revision then
/// @param analyses that run or ran for this update
/// @param services of a blue-green; empty for a canary
/// @param manuallyPaused whether its specification says so, even before the controller has seen it
/// @param ownPause what its own strategy waits for, also beneath a manual pause; null when it waits for nothing
/// @param generation of its specification
public record RolloutView(String namespace, String name, Strategy strategy, Phase phase, String message, Steps steps,
        Weights weights, Revisions revisions, List<String> images, boolean observed, @Nullable Pause pause,
        boolean aborted, List<Analysis> analyses, Services services,
        boolean manuallyPaused, @Nullable Pause ownPause, long generation) {

    static final String MANUALLY = "manually paused";

    public RolloutView {
        images = List.copyOf(images);
        analyses = List.copyOf(analyses);
    }

    /// Reads a Rollout object. Without its ReplicaSets the weight of a canary that no traffic router serves is taken
    /// from the number of updated pods.
    ///
    /// @param rollout the object as JSON text
    public static RolloutView of(String rollout) {
        return of(rollout, List.of());
    }

    /// @param replicaSets the ReplicaSets of the Rollout as JSON texts; others are left aside
    public static RolloutView of(String rollout, List<String> replicaSets) {
        return RolloutReader.read(JsonView.parse(rollout), replicaSets.stream().map(JsonView::parse).toList());
    }

    /// Whether the newest revision is the stable one: nothing of the update is left to do.
    public boolean isFullyPromoted() {
        return !revisions.stable().isEmpty() && revisions.stable().equals(revisions.current());
    }

    public boolean isPaused() {
        return phase == Phase.PAUSED;
    }

    /// Whether the update is through and sound.
    public boolean isDone() {
        return phase == Phase.HEALTHY && isFullyPromoted();
    }

    /// Whether it goes on only when a person says so.
    public boolean waitsForPerson() {
        return pause != null && pause.until() == null;
    }

    /// Names the present pause, so that a decision about it never counts for another one; empty unless it is paused.
    public String pauseKey() {
        if (pause == null) {
            return "";
        }
        Instant since = pause.since();
        return pause.reason().replace(' ', '-') + "@" + (since == null ? generation : since);
    }

    public enum Strategy {
        CANARY, BLUE_GREEN, UNKNOWN
    }

    /// `status.phase` by the controller's own names.
    public enum Phase {
        HEALTHY, PROGRESSING, PAUSED, DEGRADED, UNKNOWN;

        static Phase named(String text) {
            return switch (text) {
                case "Healthy" -> HEALTHY;
                case "Progressing" -> PROGRESSING;
                case "Paused" -> PAUSED;
                case "Degraded" -> DEGRADED;
                default -> UNKNOWN;
            };
        }
    }

    /// The canary's steps.
    ///
    /// @param index of the current step, from 0; equal to `count` when all are done
    /// @param current kind of the current step, such as `setWeight`, `pause`, `analysis`; empty when all are done
    public record Steps(int index, int count, String current) {}

    /// Share of traffic for the canary in percent: what the steps ask for, and what is so.
    public record Weights(int set, int actual) {}

    /// Pod template hashes.
    ///
    /// @param current the newest revision: the canary while an update runs
    /// @param active what a blue-green's active service points to; empty for a canary
    /// @param preview what its preview service points to; empty for a canary
    public record Revisions(String stable, String current, String active, String preview) {}

    /// The services that a blue-green switches.
    public record Services(String active, String preview) {}

    /// @param reason `CanaryPauseStep`, `BlueGreenPause`, `InconclusiveAnalysisRun`, `InconclusiveExperiment` or
    ///        `manually paused`
    /// @param until when it goes on by itself; null when it waits for a person
    public record Pause(String reason, @Nullable Instant since, @Nullable Instant until) {}

    /// An AnalysisRun by name.
    ///
    /// @param role `step`, `background`, `prePromotion` or `postPromotion`
    public record Analysis(String role, String name, String status, String message) {
        public boolean isFailed() {
            return status.equals("Failed") || status.equals("Error");
        }

        public boolean isRunning() {
            return status.equals("Running") || status.equals("Pending");
        }
    }
}
