package dev.tiphys.sandbox.workflows.lint;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.workflows.engine.Durations;

/// What each template must be by itself: one type, well-formed inputs and outputs, limits only where they are allowed.
final class TemplateRules {

    private static final List<String> TYPES = List.of("container", "containerSet", "steps", "script", "resource", "dag",
            "suspend", "data", "http", "plugin");

    private final JsonNode template;
    private final String where;

    TemplateRules(JsonNode template) {
        this.template = template;
        this.where = "templates." + Json.text(template, "name");
    }

    void check(JsonNode defaults) {
        String type = type();
        parameters("inputs");
        parameters("outputs");
        enums();
        switch (type) {
            case "container", "script" -> image(type, defaults);
            case "suspend" -> duration();
            case "steps", "dag" -> noLeafFields();
            default -> {
            }
        }
        outputs(type);
        retry();
        ExpressionRules.check(template);
    }

    private String type() {
        List<String> types = TYPES.stream().filter(type -> Json.has(template, type)).toList();
        if (types.isEmpty()) {
            throw Refusal.of(where + " template type unspecified. choose one of: " + String.join(", ", TYPES));
        }
        if (types.size() > 1) {
            throw Refusal.of(where + " multiple template types specified. choose one of: " + String.join(", ", types));
        }
        return types.getFirst();
    }

    private void parameters(String side) {
        List<JsonNode> parameters = Json.items(template.path(side).path("parameters"));
        if (parameters.size() > 500) {
            throw Refusal.of(where + "." + side + ".parameters: Too many: " + parameters.size()
                    + ": must have at most 500 items");
        }
        NameRules.parameters(parameters, where + "." + side + ".parameters");
    }

    private void enums() {
        for (JsonNode parameter : Json.items(template.path("inputs").path("parameters"))) {
            List<JsonNode> values = Json.items(parameter.path("enum"));
            if (parameter.path("enum").isArray() && values.isEmpty()) {
                throw Refusal.of(where + ".inputs.parameters." + Json.text(parameter, "name")
                        + ".enum should contain at least one value");
            }
            String value = Json.text(parameter, "default");
            if (!values.isEmpty() && Json.has(parameter, "default") && !value.contains("{{")
                    && values.stream().noneMatch(one -> one.asString("").equals(value))) {
                throw Refusal.of(where + ".inputs.parameters." + Json.text(parameter, "name")
                        + ".default should be present in enum list");
            }
        }
    }

    private void image(String type, JsonNode defaults) {
        if (Json.text(template.path(type), "image").isEmpty() && Json.text(defaults.path(type), "image").isEmpty()) {
            throw Refusal.of(where + "." + type + ".image may not be empty");
        }
        if (type.equals("script") && Json.text(template.path(type), "source").isEmpty()) {
            throw Refusal.of(where + ".script.source may not be empty");
        }
    }

    private void duration() {
        String duration = Json.text(template.path("suspend"), "duration");
        if (!duration.isEmpty() && !duration.contains("{{") && Durations.find(duration).isEmpty()) {
            throw Refusal.of(where + ".suspend.duration: unable to parse " + duration + " as a duration");
        }
    }

    private void noLeafFields() {
        for (String field : new String[]{"activeDeadlineSeconds", "timeout", "pendingTimeout"}) {
            if (Json.has(template, field)) {
                throw Refusal.of(where + "." + field + " is only valid for leaf templates");
            }
        }
    }

    private void outputs(String type) {
        for (JsonNode output : Json.items(template.path("outputs").path("parameters"))) {
            String name = where + ".outputs.parameters." + Json.text(output, "name");
            JsonNode source = output.path("valueFrom");
            if (!Json.has(output, "valueFrom")) {
                if (!Json.has(output, "value")) {
                    throw Refusal.of(name + " does not have valueFrom or value specified");
                }
                continue;
            }
            List<String> kinds = Stream.of("path", "jsonPath", "jqFilter", "parameter", "expression", "supplied",
                    "event", "configMapKeyRef").filter(kind -> Json.has(source, kind)).toList();
            if (kinds.size() != 1) {
                throw Refusal.of(name + " valueFrom type unspecified or ambiguous: " + kinds);
            }
            source(type, name, kinds.getFirst());
        }
    }

    private static void source(String type, String name, String kind) {
        List<String> allowed = switch (type) {
            case "container", "script", "containerSet" -> List.of("path");
            case "resource" -> List.of("jsonPath", "jqFilter");
            case "suspend" -> List.of("supplied");
            case "steps", "dag" -> List.of("parameter", "expression");
            default -> List.of("path", "expression", "supplied", "parameter");
        };
        if (!allowed.contains(kind)) {
            throw Refusal.of(name + " must have one of " + allowed + " as valueFrom for " + type + " templates, not "
                    + kind);
        }
    }

    private void retry() {
        JsonNode strategy = template.path("retryStrategy");
        String policy = Json.text(strategy, "retryPolicy");
        if (!policy.isEmpty() && !List.of("Always", "OnFailure", "OnError", "OnTransientError").contains(policy)) {
            throw Refusal.of(where + ".retryStrategy.retryPolicy: " + policy + " is not a valid RetryPolicy");
        }
        String duration = Json.text(strategy.path("backoff"), "duration");
        if (Json.has(strategy, "backoff") && !duration.contains("{{") && Durations.find(duration).isEmpty()) {
            throw Refusal.of(where + ".retryStrategy.backoff.duration: unable to parse '" + duration
                    + "' as a duration");
        }
    }
}
