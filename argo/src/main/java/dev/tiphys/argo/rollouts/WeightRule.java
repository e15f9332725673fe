package dev.tiphys.argo.rollouts;

import java.util.List;
import java.util.Optional;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.rollouts.RolloutView.Weights;

/// The canary's weight as its steps ask for it and as it is. A blue-green has all or nothing.
final class WeightRule {

    private WeightRule() {
    }

    static Weights of(JsonView rollout, Optional<JsonView> newest) {
        JsonView status = rollout.at("status");
        if (!rollout.at("spec", "strategy", "canary").isPresent()) {
            String active = status.text("blueGreen", "activeSelector");
            int all = !active.isEmpty() && active.equals(status.text("currentPodHash")) ? 100 : 0;
            return new Weights(all, all);
        }
        int set = set(rollout);
        return new Weights(set, actual(rollout, newest, set));
    }

    private static int set(JsonView rollout) {
        if (rollout.flag("status", "abort")) {
            return 0;
        }
        if (RolloutReader.currentStep(rollout).isEmpty()) {
            return rollout.number(100, "spec", "strategy", "canary", "trafficRouting", "maxTrafficWeight");
        }
        List<JsonView> reached = rollout.items("spec", "strategy", "canary", "steps")
                .limit(RolloutReader.index(rollout) + 1L).filter(step -> step.at("setWeight").isPresent()).toList();
        return reached.isEmpty() ? 0 : reached.getLast().number(0, "setWeight");
    }

    private static int actual(JsonView rollout, Optional<JsonView> newest, int set) {
        JsonView status = rollout.at("status");
        int available = status.number(0, "availableReplicas");
        if (RolloutReader.currentStep(rollout).isEmpty()) {
            return 100;
        }
        if (available == 0) {
            return 0;
        }
        if (rollout.at("spec", "strategy", "canary", "trafficRouting").isPresent()) {
            return status.number(set, "canary", "weights", "canary", "weight");
        }
        int canary = newest.map(pods -> pods.number(0, "status", "availableReplicas"))
                .orElseGet(() -> Math.min(available, status.number(0, "updatedReplicas")));
        return canary * 100 / available;
    }
}
