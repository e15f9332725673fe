package dev.tiphys.promotion.web;

import java.util.ArrayList;
import java.util.List;

import dev.tiphys.promotion.PromotionPhase;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;

/// What stopping a promotion now would stop, and what would stay where, each with its count.
///
/// @param workflows that end
/// @param deliveries that are under way and end, with their operations in Argo CD
/// @param rollouts that are under way and go back to their stable version
/// @param stayOnNew targets that are done and stay on the new version
/// @param stayOnOld targets that are not begun, or were left as they are
/// @param inBetween targets that have begun: set to the new version, and running what their rollout had reached or the
///        stable version
record Stopping(int workflows, int deliveries, int rollouts, int stayOnNew, int stayOnOld, int inBetween) {

    static Stopping of(PromotionView promotion) {
        List<TargetView> targets = promotion.waves().stream().flatMap(wave -> wave.targets().stream()).toList();
        int moving = count(targets, "RUNNING") + (int) targets.stream()
                .filter(target -> target.continuation() != null).count();
        int rollouts = (int) targets.stream().filter(Stopping::rollsOut).count();
        return new Stopping(promotion.phase() == PromotionPhase.PLANNED ? 0 : 1, moving, rollouts,
                count(targets, "SUCCEEDED"), count(targets, "LATER") + count(targets, "SKIPPED"),
                count(targets, "RUNNING") + count(targets, "ASKS") + count(targets, "FAILED"));
    }

    private static int count(List<TargetView> targets, String phase) {
        return (int) targets.stream().filter(target -> target.phase().equals(phase)).count();
    }

    private static boolean rollsOut(TargetView target) {
        Integer weight = target.canaryWeight();
        return target.continuation() != null || (weight != null && weight < 100);
    }

    /// One sentence for each count that is not zero.
    List<String> sentences(String version) {
        List<String> all = new ArrayList<>();
        add(all, workflows, "workflow is stopped", "workflows are stopped", ": nothing new starts");
        add(all, deliveries, "delivery under way ends", "deliveries under way end", ", with its operation in Argo CD");
        add(all, rollouts, "rollout is aborted", "rollouts are aborted",
                ": its traffic goes back to the stable version");
        add(all, stayOnNew, "target is done and stays", "targets are done and stay", " on " + version);
        add(all, stayOnOld, "target is not begun and stays", "targets are not begun and stay",
                " on the version it has");
        add(all, inBetween, "target is in between", "targets are in between", ": set to " + version
                + ", not proven. Roll back to clear that up");
        return all;
    }

    private static void add(List<String> all, int count, String one, String many, String what) {
        if (count > 0) {
            all.add(count + " " + (count == 1 ? one : many)
                    + (count == 1 ? what : what.replace(" its ", " their ").replace("it has", "they have")) + ".");
        }
    }
}
