package dev.tiphys.sandbox.workloads;

import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The replicas and the traffic of a canary and of the stable version beside it.
final class CanaryTraffic {

    private static final Duration SCALE_DOWN = Duration.ofSeconds(30);

    private final RolloutTurn turn;

    CanaryTraffic(RolloutTurn turn) {
        this.turn = turn;
    }

    private boolean isRouted() {
        return turn.canary().has("trafficRouting");
    }

    /// Asks for the replicas of a weight and answers whether they serve.
    boolean scaleTo(int weight) {
        int replicas = turn.replicas();
        return scaleTo(weight, (replicas * weight + 99) / 100);
    }

    /// As [#scaleTo(int)], with so many canary replicas.
    boolean scaleTo(int weight, int canaries) {
        ReplicaSet canary = ask(turn.current(), canaries);
        int kept = isRouted() ? turn.replicas() : turn.replicas() * (100 - weight) / 100;
        boolean stableFits = turn.stable().map(stable -> ask(stable, kept).available() >= kept).orElse(true);
        return canary.available() >= canaries && stableFits;
    }

    /// Keeps everything on one set.
    boolean allOn(ReplicaSet set) {
        return ask(set, turn.replicas()).available() >= turn.replicas();
    }

    private ReplicaSet ask(ReplicaSet set, int replicas) {
        return set.desired() == replicas && set.scaleDownDeadline().isEmpty()
                ? set
                : turn.sets().scale(set, replicas);
    }

    void route(int weight) {
        if (!isRouted()) {
            return;
        }
        ObjectNode weights = turn.status().withObjectProperty("canary").putObject("weights");
        String stable = turn.isInitial() ? turn.current().hash() : turn.text("stableRS");
        destination(weights.putObject("canary"), weight, turn.current().hash(), turn.canary().path("canaryService"));
        destination(weights.putObject("stable"), 100 - weight, stable, turn.canary().path("stableService"));
    }

    private static void destination(ObjectNode target, int weight, String hash, JsonNode service) {
        target.put("weight", weight).put("podTemplateHash", hash);
        if (service.isString()) {
            target.put("serviceName", service.asString());
        }
    }

    /// Ends the sets of former versions once their traffic has gone.
    void retireOthers() {
        turn.others().forEach(set -> turn.retire(set, isRouted() ? delay("scaleDownDelaySeconds") : Duration.ZERO));
    }

    /// Ends sets that are neither stable nor the canary.
    void retireBetween() {
        turn.others().stream().filter(set -> !set.hash().equals(turn.text("stableRS")))
                .forEach(set -> turn.retire(set, Duration.ZERO));
    }

    /// Ends the canary of an aborted update; a delay of 0 keeps it.
    void retireCanary() {
        Duration delay = delay("abortScaleDownDelaySeconds");
        if (!isRouted()) {
            turn.retire(turn.current(), Duration.ZERO);
        } else if (!delay.isZero()) {
            turn.retire(turn.current(), delay);
        }
    }

    private Duration delay(String field) {
        return GoDuration.parse(turn.canary().path(field), SCALE_DOWN);
    }
}
