package dev.tiphys.argo.rollouts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.rollouts.RolloutView.Analysis;
import dev.tiphys.argo.rollouts.RolloutView.Pause;
import dev.tiphys.argo.rollouts.RolloutView.Phase;
import dev.tiphys.argo.rollouts.RolloutView.Revisions;
import dev.tiphys.argo.rollouts.RolloutView.Services;
import dev.tiphys.argo.rollouts.RolloutView.Steps;
import dev.tiphys.argo.rollouts.RolloutView.Strategy;

/// Gathers a [RolloutView] from the object and, where given, its ReplicaSets.
final class RolloutReader {

    private RolloutReader() {
    }

    static RolloutView read(JsonView rollout, List<JsonView> replicaSets) {
        JsonView meta = rollout.at("metadata");
        JsonView status = rollout.at("status");
        PhaseRule rule = PhaseRule.of(rollout);
        String current = status.text("currentPodHash");
        Optional<JsonView> newest = replicaSets.stream().filter(set -> isOwn(rollout, set))
                .filter(set -> set.text("metadata", "labels", "rollouts-pod-template-hash").equals(current))
                .findFirst();
        return new RolloutView(meta.text("namespace"), meta.text("name"), strategy(rollout), rule.phase(),
                rule.message(), steps(rollout), WeightRule.of(rollout, newest),
                new Revisions(status.text("stableRS"), current, status.text("blueGreen", "activeSelector"),
                        status.text("blueGreen", "previewSelector")),
                images(rollout, newest), PhaseRule.isGenerationObserved(rollout), pause(rollout, rule),
                status.flag("abort") || rule.message().startsWith("RolloutAborted"), analyses(status),
                services(rollout), rollout.flag("spec", "paused"), ownPause(rollout),
                meta.node().path("generation").asLong(0));
    }

    static Optional<JsonView> currentStep(JsonView rollout) {
        return rollout.items("spec", "strategy", "canary", "steps").skip(index(rollout)).findFirst();
    }

    static int index(JsonView rollout) {
        return Math.max(0, rollout.number(0, "status", "currentStepIndex"));
    }

    private static Strategy strategy(JsonView rollout) {
        JsonView strategy = rollout.at("spec", "strategy");
        if (strategy.at("blueGreen").isPresent()) {
            return Strategy.BLUE_GREEN;
        }
        return strategy.at("canary").isPresent() ? Strategy.CANARY : Strategy.UNKNOWN;
    }

    private static Steps steps(JsonView rollout) {
        int count = Math.toIntExact(rollout.items("spec", "strategy", "canary", "steps").count());
        String kind = currentStep(rollout).flatMap(step -> step.node().propertyStream().findFirst())
                .map(field -> field.getKey()).orElse("");
        return new Steps(Math.min(index(rollout), count), count, kind);
    }

    private static List<String> images(JsonView rollout, Optional<JsonView> newest) {
        JsonView template = rollout.at("spec", "template");
        JsonView pods = template.isPresent() ? template : newest.orElse(JsonView.EMPTY).at("spec", "template");
        return pods.items("spec", "containers").map(container -> container.text("image")).toList();
    }

    private static @Nullable Pause pause(JsonView rollout, PhaseRule rule) {
        if (rule.phase() != Phase.PAUSED) {
            return null;
        }
        Pause own = ownPause(rollout);
        return rollout.flag("spec", "paused") || own == null ? new Pause(RolloutView.MANUALLY, null, null) : own;
    }

    private static @Nullable Pause ownPause(JsonView rollout) {
        Optional<JsonView> condition = rollout.items("status", "pauseConditions").findFirst();
        if (condition.isEmpty()) {
            return null;
        }
        String reason = condition.get().text("reason");
        Instant since = condition.get().instant("startTime");
        return new Pause(reason, since, since == null ? null : PauseEnd.of(rollout, reason, since));
    }

    private static Services services(JsonView rollout) {
        JsonView blueGreen = rollout.at("spec", "strategy", "blueGreen");
        return new Services(blueGreen.text("activeService"), blueGreen.text("previewService"));
    }

    private static List<Analysis> analyses(JsonView status) {
        List<Analysis> found = new ArrayList<>();
        add(found, "step", status.at("canary", "currentStepAnalysisRunStatus"));
        add(found, "background", status.at("canary", "currentBackgroundAnalysisRunStatus"));
        add(found, "prePromotion", status.at("blueGreen", "prePromotionAnalysisRunStatus"));
        add(found, "postPromotion", status.at("blueGreen", "postPromotionAnalysisRunStatus"));
        return found;
    }

    private static void add(List<Analysis> found, String role, JsonView run) {
        if (!run.text("name").isEmpty()) {
            found.add(new Analysis(role, run.text("name"), run.text("status"), run.text("message")));
        }
    }

    private static boolean isOwn(JsonView rollout, JsonView replicaSet) {
        return replicaSet.items("metadata", "ownerReferences")
                .anyMatch(owner -> owner.text("uid").equals(rollout.text("metadata", "uid")));
    }
}
