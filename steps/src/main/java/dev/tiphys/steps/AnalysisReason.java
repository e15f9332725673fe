package dev.tiphys.steps;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.LiveResources;
import dev.tiphys.argo.cd.LiveResources.ResourceNode;
import dev.tiphys.argo.cd.LiveResources.ResourceRef;
import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.rollouts.RolloutView.Analysis;

/// Tells which metric broke an update, what was measured and what the limit is.
final class AnalysisReason {

    private static final int SHOWN_VALUES = 5;

    private final LiveResources resources;
    private final ApplicationRef application;

    AnalysisReason(LiveResources resources, ApplicationRef application) {
        this.resources = resources;
        this.application = application;
    }

    String explain(LiveRollouts.Live rollout) {
        List<ResourceNode> runs = resources.tree(application).stream()
                .filter(node -> node.ref().kind().equals("AnalysisRun") && node.parentUids().contains(rollout.uid()))
                .toList();
        List<String> named = rollout.view().analyses().stream().filter(Analysis::isFailed).map(Analysis::name).toList();
        Stream<ResourceRef> first = runs.stream().map(ResourceNode::ref).filter(ref -> named.contains(ref.name()));
        Stream<ResourceRef> second = runs.stream().filter(node -> node.health().equals("Degraded"))
                .map(ResourceNode::ref);
        String hash = rollout.view().revisions().current();
        return Stream.concat(first, second).distinct().map(ref -> resources.get(application, ref))
                .map(JsonView::parse).filter(run -> isOfRevision(run, hash)).map(AnalysisReason::sentence)
                .filter(sentence -> !sentence.isEmpty()).findFirst().orElse("");
    }

    static String sentence(JsonView run) {
        return run.items("status", "metricResults").filter(result -> isFailed(result.text("phase")))
                .map(result -> metric(run, result)).collect(Collectors.joining("; "));
    }

    private static String metric(JsonView run, JsonView result) {
        String name = result.text("name");
        List<String> values = result.items("measurements").map(measurement -> measurement.text("value"))
                .filter(value -> !value.isEmpty()).toList();
        List<String> last = values.subList(Math.max(0, values.size() - SHOWN_VALUES), values.size());
        String measured = last.isEmpty() ? result.text("message") : "measured " + String.join(", ", last);
        String limit = run.items("spec", "metrics").filter(metric -> metric.text("name").equals(name)).findFirst()
                .map(AnalysisReason::limit).orElse("");
        return Stream.of("metric " + name + " " + (result.text("phase").equals("Error") ? "broke" : "failed"), measured,
                limit).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String limit(JsonView metric) {
        String success = metric.text("successCondition");
        String failure = metric.text("failureCondition");
        return Stream.of(success.isEmpty() ? "" : "wanted " + success, failure.isEmpty() ? "" : "failing at " + failure)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static boolean isFailed(String phase) {
        return phase.equals("Failed") || phase.equals("Error");
    }

    /// Runs of former updates stay in the tree for a while.
    private static boolean isOfRevision(JsonView run, String hash) {
        String labelled = run.text("metadata", "labels", "rollouts-pod-template-hash");
        return labelled.isEmpty() || hash.isEmpty() || labelled.equals(hash);
    }
}
