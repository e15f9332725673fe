package dev.tiphys.argo.rollouts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.rollouts.RolloutView.Phase;

/// The phase of a Rollout, computed as the controller (1.9) and its command line do; the first rule that fits wins.
record PhaseRule(Phase phase, String message) {

    private static final Set<String> ENDED = Set.of("Successful", "Failed", "Error", "Inconclusive");

    static PhaseRule of(JsonView rollout) {
        JsonView status = rollout.at("status");
        if (!isGenerationObserved(rollout)) {
            return progressing("waiting for rollout spec update to be observed");
        }
        // A change of status does not bump the generation, so an unpause shows in this pair alone.
        if (status.flag("controllerPause") && status.items("pauseConditions").findAny().isEmpty()) {
            return progressing("waiting for rollout to unpause");
        }
        if (!isWorkloadObserved(rollout)) {
            return progressing("waiting for rollout spec update to be observed for the reference workload");
        }
        String phase = status.text("phase");
        return phase.isEmpty()
                ? calculated(rollout.at("spec"), status)
                : new PhaseRule(Phase.named(phase), status.text("message"));
    }

    /// Whether the controller has seen the newest specification; an id that is no number counts as seen.
    static boolean isGenerationObserved(JsonView rollout) {
        String observed = rollout.text("status", "observedGeneration");
        if (!observed.matches("\\d{1,18}")) {
            return true;
        }
        return Long.parseLong(observed) >= rollout.at("metadata", "generation").node().asLong(0);
    }

    private static boolean isWorkloadObserved(JsonView rollout) {
        String wanted = rollout.text("metadata", "annotations", "rollout.argoproj.io/workload-generation");
        String observed = rollout.text("status", "workloadObservedGeneration");
        return !rollout.at("spec", "workloadRef").isPresent() || !observed.matches("\\d+") || wanted.isEmpty()
                || observed.equals(wanted);
    }

    private static PhaseRule calculated(JsonView spec, JsonView status) {
        return broken(status).or(() -> paused(spec, status)).or(() -> moving(spec, status))
                .or(() -> spec.at("strategy", "blueGreen").isPresent()
                        ? blueGreen(spec, status)
                        : canary(spec, status))
                .orElse(new PhaseRule(Phase.HEALTHY, ""));
    }

    private static Optional<PhaseRule> broken(JsonView status) {
        for (JsonView condition : status.items("conditions").toList()) {
            String reason = condition.text("reason");
            if (condition.text("type").equals("InvalidSpec")) {
                return degraded("InvalidSpec", condition);
            }
            if (reason.equals("RolloutAborted") || reason.equals("ProgressDeadlineExceeded")) {
                return degraded(reason, condition);
            }
        }
        return Optional.empty();
    }

    private static Optional<PhaseRule> paused(JsonView spec, JsonView status) {
        if (spec.flag("paused")) {
            return Optional.of(new PhaseRule(Phase.PAUSED, "manually paused"));
        }
        List<JsonView> conditions = status.items("pauseConditions").toList();
        return conditions.isEmpty()
                ? Optional.empty()
                : Optional.of(new PhaseRule(Phase.PAUSED, conditions.getFirst().text("reason")));
    }

    private static Optional<PhaseRule> moving(JsonView spec, JsonView status) {
        String restart = spec.text("restartAt");
        if (!restart.isEmpty() && !restart.equals(status.text("restartedAt"))) {
            return Optional.of(progressing("rollout is restarting"));
        }
        int updated = status.number(0, "updatedReplicas");
        if (updated < spec.number(1, "replicas")) {
            return Optional.of(progressing("more replicas need to be updated"));
        }
        return status.number(0, "availableReplicas") < updated
                ? Optional.of(progressing("updated replicas are still becoming available"))
                : Optional.empty();
    }

    private static Optional<PhaseRule> blueGreen(JsonView spec, JsonView status) {
        String active = status.text("blueGreen", "activeSelector");
        if (active.isEmpty() || !active.equals(status.text("currentPodHash"))) {
            return Optional.of(progressing("active service cutover pending"));
        }
        if (isStable(status)) {
            return Optional.empty();
        }
        boolean analysing = spec.at("strategy", "blueGreen", "postPromotionAnalysis").isPresent()
                && !ENDED.contains(status.text("blueGreen", "postPromotionAnalysisRunStatus", "status"));
        return Optional.of(progressing(analysing
                ? "waiting for analysis to complete"
                : "waiting for post-promotion verification to complete"));
    }

    private static Optional<PhaseRule> canary(JsonView spec, JsonView status) {
        boolean routed = spec.at("strategy", "canary", "trafficRouting").isPresent();
        if (!routed && status.number(0, "replicas") > status.number(0, "updatedReplicas")) {
            return Optional.of(progressing("old replicas are pending termination"));
        }
        return isStable(status) ? Optional.empty() : Optional.of(progressing("waiting for all steps to complete"));
    }

    private static boolean isStable(JsonView status) {
        return !status.text("stableRS").isEmpty() && status.text("stableRS").equals(status.text("currentPodHash"));
    }

    private static PhaseRule progressing(String message) {
        return new PhaseRule(Phase.PROGRESSING, message);
    }

    private static Optional<PhaseRule> degraded(String what, JsonView condition) {
        return Optional.of(new PhaseRule(Phase.DEGRADED, what + ": " + condition.text("message")));
    }
}
