package dev.tiphys.sandbox.workflows.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/// Every `{{…}}` must name something that will exist where it stands.
final class VariableRules {

    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([^={}\\s][^{}]*?)\\s*}}");
    private static final Set<String> WORKFLOW = Set.of("workflow.name", "workflow.namespace", "workflow.uid",
            "workflow.mainEntrypoint", "workflow.serviceAccountName", "workflow.parameters",
            "workflow.parameters.json", "workflow.labels", "workflow.annotations", "workflow.creationTimestamp",
            "workflow.priority", "workflow.duration", "workflow.status", "workflow.failures", "workflow.scheduledTime",
            "workflow.labels.json", "workflow.annotations.json");

    private final Set<String> globals = new HashSet<>();
    private final boolean anyParameter;

    /// @param anyParameter whether workflow parameters may come from outside, as in a template
    VariableRules(JsonNode spec, boolean anyParameter) {
        this.anyParameter = anyParameter;
        Json.names(spec.path("arguments").path("parameters"))
                .forEach(name -> globals.add("workflow.parameters." + name));
    }

    void check(JsonNode template) {
        String where = "templates." + Json.text(template, "name");
        Set<String> inputs = new HashSet<>();
        for (String kind : List.of("parameters", "artifacts")) {
            Json.names(template.path("inputs").path(kind)).forEach(name -> inputs.add("inputs." + kind + "." + name));
        }
        Matcher tag = TAG.matcher(template.toString());
        while (tag.find()) {
            String name = tag.group(1).replace("\\\"", "\"");
            if (!isKnown(name, inputs, template)) {
                throw Refusal.of(where + " failed to resolve {{" + name + "}}");
            }
        }
    }

    private boolean isKnown(String name, Set<String> inputs, JsonNode template) {
        String root = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return switch (root) {
            case "inputs" -> name.equals("inputs.parameters") || inputs.contains(name)
                    || (name.startsWith("inputs.artifacts.") && name.endsWith(".path"));
            case "workflow" -> isGlobal(name);
            case "steps" -> name.equals("steps.name") || Json.has(template, "steps");
            case "tasks" -> name.equals("tasks.name") || Json.has(template, "dag");
            case "outputs" -> true;
            case "item" -> Json.has(template, "steps") || Json.has(template, "dag");
            case "pod", "node" -> name.equals("pod.name") || name.equals("node.name");
            case "retries", "lastRetry" -> Json.has(template, "retryStrategy");
            case "cronworkflow" -> true;
            default -> false;
        };
    }

    private boolean isGlobal(String name) {
        return WORKFLOW.contains(name) || globals.contains(name) || name.startsWith("workflow.labels.")
                || name.startsWith("workflow.annotations.") || name.startsWith("workflow.outputs.")
                || name.startsWith("workflow.creationTimestamp.")
                || (anyParameter && name.startsWith("workflow.parameters."));
    }
}
