package dev.tiphys.steps;

import java.util.ArrayList;
import java.util.List;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.LiveResources;
import dev.tiphys.argo.cd.LiveResources.ResourceRef;
import dev.tiphys.argo.rollouts.RolloutView;

/// The Rollouts of an Application, straight from their cluster: the tree's copy of them is not fresh.
final class LiveRollouts {

    private final LiveResources resources;
    private final ApplicationRef application;

    LiveRollouts(LiveResources resources, ApplicationRef application) {
        this.resources = resources;
        this.application = application;
    }

    List<Live> list() {
        List<Live> found = new ArrayList<>();
        for (LiveResources.ResourceNode node : resources.tree(application)) {
            boolean isRollout = node.ref().kind().equals("Rollout") && node.ref().group().equals("argoproj.io");
            // Without a uid it is missing in the cluster.
            if (isRollout && !node.uid().isEmpty()) {
                found.add(new Live(node.ref(), node.uid(), RolloutView.of(resources.get(application, node.ref()))));
            }
        }
        return found;
    }

    void retry(Live rollout) {
        resources.run(application, rollout.ref(), "retry");
    }

    /// Why the analysis of an update failed; empty when none did.
    String failedAnalysis(Live rollout) {
        try {
            return new AnalysisReason(resources, application).explain(rollout);
        } catch (ArgoException.NotFound | ArgoException.Refused e) {
            return "";
        }
    }

    record Live(ResourceRef ref, String uid, RolloutView view) {}
}
