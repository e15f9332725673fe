package dev.tiphys.promotion.compile;

import static dev.tiphys.promotion.compile.Manifest.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The templates of one target: its delivery, and the question it parks in when that fails.
final class TargetTemplates {

    private final List<String> identity;
    private final List<String> inputs = new ArrayList<>();

    TargetTemplates(WorkflowModel model) {
        this.identity = identity(model);
        this.inputs.addAll(identity);
        this.inputs.add("soak");
    }

    /// The parameters that say which target it is.
    static List<String> identity(WorkflowModel model) {
        return model.hasSeveralArgoCds() ? List.of("target", "argocd") : List.of("target");
    }

    List<Object> all() {
        return List.of(deliver(), target());
    }

    private Map<String, Object> deliver() {
        List<Object> groups = new ArrayList<>();
        for (String verb : List.of("set-version", "sync", "await-rollout", "verify")) {
            List<Object> parameters = new ArrayList<>(identity.stream().map(TargetTemplates::passed).toList());
            parameters.add(Manifest.parameter("attempt", "{{node.name}}"));
            if (verb.equals("verify"))
                parameters.add(passed("soak"));
            groups.add(List.of(
                    object("name", verb, "template", verb, "arguments",
                            object("parameters", List.copyOf(parameters)))));
        }
        return object("name", "deliver", "inputs", Manifest.inputs(inputs), "steps", groups);
    }

    private Map<String, Object> target() {
        Object same = object("parameters", inputs.stream().map(TargetTemplates::passed).toList());
        Object deliver = object("name", "deliver", "template", "deliver", "arguments", same, "continueOn",
                object("failed", true, "error", true));
        Object ask = object("name", "ask", "template", "decide", "when", Expressions.FAILED, "arguments",
                object("parameters", List.of(Manifest.parameter("decision", "retry"))));
        Object again = object("name", "again", "template", "target", "when", Expressions.AGAIN, "arguments", same);
        return object("name", "target", "inputs", Manifest.inputs(inputs), "steps",
                List.of(List.of(deliver), List.of(ask), List.of(again)));
    }

    private static Object passed(String input) {
        return Manifest.parameter(input, "{{inputs.parameters." + input + "}}");
    }
}
