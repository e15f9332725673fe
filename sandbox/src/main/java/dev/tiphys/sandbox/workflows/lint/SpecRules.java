package dev.tiphys.sandbox.workflows.lint;

import java.util.List;

import tools.jackson.databind.JsonNode;

/// What a whole spec must be.
final class SpecRules {

    private static final int MOST_TEMPLATES = 200;

    private final Scope scope;
    private final JsonNode spec;

    SpecRules(Scope scope) {
        this.scope = scope;
        this.spec = scope.spec();
    }

    /// @param isTemplate whether it is a WorkflowTemplate's: entrypoint and argument values may come later
    /// @param needsArguments whether each argument of the workflow must have its value
    void check(boolean isTemplate, boolean needsArguments) {
        List<JsonNode> templates = scope.templates();
        if (templates.size() > MOST_TEMPLATES) {
            throw Refusal.of("spec.templates: Too many: " + templates.size() + ": must have at most 200 items");
        }
        NameRules.unique(templates, "spec.templates");
        arguments(isTemplate, needsArguments);
        entrypoint(isTemplate);
        VariableRules variables = new VariableRules(spec, isTemplate);
        for (JsonNode template : templates) {
            new TemplateRules(template).check(spec.path("templateDefaults"));
            variables.check(template);
            if (Json.has(template, "dag")) {
                new DagRules(template).check(scope);
            } else if (Json.has(template, "steps")) {
                new StepsRules(template).check(scope);
            }
        }
        if (spec.path("hooks").size() > 0) {
            throw Refusal.outside("spec.hooks");
        }
    }

    private void arguments(boolean isTemplate, boolean needsArguments) {
        List<JsonNode> parameters = Json.items(spec.path("arguments").path("parameters"));
        NameRules.parameters(parameters, "spec.arguments.parameters");
        for (JsonNode parameter : parameters) {
            if (needsArguments && !isTemplate && !Json.has(parameter, "value") && !Json.has(parameter, "valueFrom")) {
                throw Refusal.of("spec.arguments." + Json.text(parameter, "name") + ".value or spec.arguments."
                        + Json.text(parameter, "name") + ".valueFrom is required");
            }
            String value = Json.text(parameter, "value");
            List<JsonNode> allowed = Json.items(parameter.path("enum"));
            if (!allowed.isEmpty() && Json.has(parameter, "value")
                    && allowed.stream().noneMatch(one -> one.asString("").equals(value))) {
                throw Refusal.of("spec.arguments." + Json.text(parameter, "name")
                        + ".value should be present in spec.arguments." + Json.text(parameter, "name") + ".enum list");
            }
        }
    }

    private void entrypoint(boolean isTemplate) {
        String entrypoint = Json.text(spec, "entrypoint");
        if (entrypoint.isEmpty() && !isTemplate) {
            throw Refusal.of("spec.entrypoint is required");
        }
        if (!entrypoint.isEmpty()) {
            JsonNode template = scope.local(entrypoint, "spec.entrypoint");
            if (!isTemplate) {
                inputs(template, "spec.entrypoint");
            }
        }
        String exit = Json.text(spec, "onExit");
        if (!exit.isEmpty()) {
            inputs(scope.local(exit, "spec.onExit"), "spec.onExit");
        }
    }

    // The entrypoint and the exit handler take the workflow's own arguments.
    private void inputs(JsonNode template, String where) {
        List<String> given = Json.names(spec.path("arguments").path("parameters"));
        for (JsonNode input : Json.items(template.path("inputs").path("parameters"))) {
            String name = Json.text(input, "name");
            if (!given.contains(name) && !Json.has(input, "default") && !Json.has(input, "value")) {
                throw Refusal.of(where + " " + Json.text(template, "name") + " inputs.parameters." + name
                        + " was not supplied");
            }
        }
    }
}
