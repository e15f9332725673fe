package dev.tiphys.promotion.web;

import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// The words and states of waves and targets.
final class Waves {

    private Waves() {
    }

    static Status status(WaveView wave) {
        long done = wave.targets().stream().filter(PromotionRows::isDone).count();
        boolean asks = wave.targets().stream().anyMatch(target -> target.phase().equals("ASKS"));
        return switch (wave.phase()) {
            case "SUCCEEDED" -> new Status(State.OK, "Complete");
            case "WAITING" -> isApproved(wave)
                    ? new Status(State.RUN, "Starting")
                    : new Status(State.WAIT, "Waits for approval");
            case "RUNNING" -> new Status(asks ? State.BAD : State.RUN, done + " of " + wave.targets().size());
            case "FAILED" -> new Status(State.BAD, "Failed");
            case "ABORTED" -> new Status(State.IDLE, "Stopped");
            default -> new Status(State.IDLE, "Later");
        };
    }

    /// People have agreed, and the gate in the workflow has not looked yet.
    static boolean isApproved(WaveView wave) {
        return wave.phase().equals("WAITING") && wave.gateSentence().startsWith("approved");
    }

    static Status status(TargetView target) {
        return switch (target.phase()) {
            case "SUCCEEDED" -> new Status(State.OK, "Done");
            case "RUNNING" -> new Status(State.RUN, doing(target));
            case "ASKS" -> new Status(State.BAD, "Needs a decision");
            case "FAILED" -> new Status(State.BAD, "Failed");
            case "SKIPPED" -> new Status(State.IDLE, "Skipped");
            default -> new Status(State.IDLE, "Later");
        };
    }

    private static String doing(TargetView target) {
        return switch (target.step()) {
            case "set-version" -> "Setting version";
            case "sync" -> "Syncing";
            case "await-rollout" -> target.canaryWeight() == null ? "Rolling out" : "Canary";
            case "verify" -> "Verifying";
            default -> "Starting";
        };
    }
}
