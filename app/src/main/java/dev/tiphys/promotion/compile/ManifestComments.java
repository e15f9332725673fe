package dev.tiphys.promotion.compile;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a reader of the manifest could not see from the manifest itself.
final class ManifestComments {

    private static final String TEMPLATES = "/spec/templates/";

    private ManifestComments() {
    }

    static Map<String, String> of(WorkflowModel model) {
        Map<String, String> comments = new LinkedHashMap<>();
        comments.put("/apiVersion", model.title() + ": " + model.route() + ".");
        comments.put("/spec/onExit",
                "Always exits 0: a failed exit handler would turn a Succeeded workflow into Failed.");
        comments.put("/spec/podGC", "Logs stay for a day, the workflow for a week after its end.");
        boolean own = model.waves().stream().flatMap(wave -> wave.items().values().stream())
                .anyMatch(items -> items.stream().anyMatch(item -> item.contains("->")));
        comments.put("/spec/arguments", "Targets are project/application@version it leaves"
                + (own ? "->version it gets, where that is another one than `version`." : "."));
        comments.put(TEMPLATES + "set-version", """
                One pod each. Exit code 10 says that the change failed, which a person decides on; any other one
                is technical and tried again. Without a limit Argo would ignore the backoff.""");
        comments.put(TEMPLATES + "approve",
                "Questions, without a pod. They have no default: a resume without an answer is refused.");
        comments.put(TEMPLATES + "gate",
                """
                Opens for what the portal signed, and fails when that is `reject`. Any other answer counts for nothing:
                the gate asks again. A `when` on the wave would only skip it, and open the wave after it.""");
        comments.put(TEMPLATES + "deliver",
                "node.name is one name per delivery: kept when a pod is tried again, another one after `retry`.");
        comments.put(TEMPLATES + "target",
                "A failed target asks a person, and keeps its slot of the wave while it waits.");
        comments.put(TEMPLATES + "wave-" + model.waves().getFirst().name(), """
                How many targets may be in flight is a number, no parameter: hence one template for each wave.
                Never failFast: it would end a wave while other targets are in flight.""");
        comments.put(TEMPLATES + "promotion", "The order of the waves.");
        return comments;
    }
}
