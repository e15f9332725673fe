package dev.tiphys.catalog;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tiphys.argo.json.JsonView;

/// What a run's workflow says of itself.
///
/// @param run the id that its label carries
/// @param phase of Argo; empty when the controller has not seen it yet
/// @param outputs those with a `globalName`
/// @param failure which step failed where, and why; empty while nothing has
record RunReading(String namespace, String workflow, String run, String phase, Map<String, String> outputs,
        String failure) {

    private static final int LONGEST = 500;
    private static final int MOST_OUTPUTS = 50;

    static RunReading of(String json) {
        JsonView workflow = JsonView.parse(json);
        Map<String, String> outputs = new LinkedHashMap<>();
        workflow.items("status", "outputs", "parameters").limit(MOST_OUTPUTS)
                .forEach(one -> outputs.put(one.text("name"), shortened(one.text("value"))));
        return new RunReading(workflow.text("metadata", "namespace"), workflow.text("metadata", "name"),
                workflow.map("metadata", "labels").getOrDefault(RunManifest.RUN, ""),
                workflow.text("status", "phase"), outputs, shortened(failure(workflow)));
    }

    boolean isFinished() {
        return List.of("Succeeded", "Failed", "Error").contains(phase);
    }

    boolean wentWell() {
        return phase.equals("Succeeded");
    }

    // The pod that failed first says more than what failed because of it.
    private static String failure(JsonView workflow) {
        Stream<JsonView> nodes = workflow.at("status", "nodes").node().properties().stream()
                .map(entry -> new JsonView(entry.getValue()));
        return nodes.filter(node -> List.of("Failed", "Error").contains(node.text("phase")))
                .filter(node -> node.text("type").equals("Pod"))
                .min(Comparator.comparing((JsonView node) -> node.text("finishedAt")))
                .map(node -> "The step " + node.text("displayName") + " failed in "
                        + workflow.text("metadata", "namespace") + ": " + words(node.text("message")))
                .orElseGet(() -> words(workflow.text("status", "message")));
    }

    private static String words(String message) {
        return message.isEmpty() ? "it says no reason" : message;
    }

    private static String shortened(String text) {
        String clean = text.replace("\u0000", "");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + " …";
    }
}
