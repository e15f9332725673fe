package dev.tiphys.sandbox.workflows.lint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/// What a step, a task or an exit hook must be: it names one template that exists, and gives it what it needs.
final class CallRules {

    private final Scope scope;

    CallRules(Scope scope) {
        this.scope = scope;
    }

    /// @param where such as `templates.main.tasks.b`
    void check(JsonNode call, String where) {
        long named = Stream.of("template", "templateRef", "inline").filter(kind -> Json.has(call, kind)
                && !Json.text(call, kind).isEmpty()).count();
        if (named != 1) {
            throw Refusal.of(where + " must have exactly one of template, templateRef or inline");
        }
        if (Stream.of("withItems", "withParam", "withSequence").filter(kind -> Json.has(call, kind)).count() > 1) {
            throw Refusal.of(where + " can only have one of withItems, withParam or withSequence");
        }
        if (Json.has(call, "withSequence") && Json.has(call.path("withSequence"), "count")
                && Json.has(call.path("withSequence"), "end")) {
            throw Refusal.of(where + ".withSequence only one of count or end can be defined in withSequence");
        }
        arguments(call, scope.resolve(call, where), where);
        hooks(call, where);
    }

    private void arguments(JsonNode call, JsonNode template, String where) {
        List<JsonNode> given = Json.items(call.path("arguments").path("parameters"));
        NameRules.parameters(given, where + ".arguments.parameters");
        for (JsonNode input : Json.items(template.path("inputs").path("parameters"))) {
            String name = Json.text(input, "name");
            Optional<JsonNode> own = given.stream().filter(one -> Json.text(one, "name").equals(name)).findFirst();
            JsonNode argument = own.orElse(input);
            if (!Json.has(argument, "value") && !Json.has(argument, "valueFrom")
                    && !(own.isEmpty() && Json.has(input, "default"))) {
                throw Refusal.of(where + " " + Json.text(template, "name") + " inputs.parameters." + name
                        + " was not supplied");
            }
            enumeration(input, argument, where);
        }
    }

    private static void enumeration(JsonNode input, JsonNode argument, String where) {
        String value = Json.text(argument, "value");
        List<JsonNode> allowed = Json.items(input.path("enum"));
        if (!allowed.isEmpty() && Json.has(argument, "value") && !value.contains("{{") && !value.startsWith("{")
                && allowed.stream().noneMatch(one -> one.asString("").equals(value))) {
            throw Refusal.of(where + ".arguments." + Json.text(input, "name") + ".value should be present in "
                    + where + ".arguments." + Json.text(input, "name") + ".enum list");
        }
    }

    private static void hooks(JsonNode call, String where) {
        if (Json.has(call, "onExit") || call.path("hooks").size() > 0) {
            call.path("hooks").properties().forEach(hook -> {
                if (!hook.getKey().equals("exit") && Json.text(hook.getValue(), "expression").isEmpty()) {
                    throw Refusal.of(where + ".hooks." + hook.getKey() + " Expression required");
                }
            });
            throw Refusal.outside(where + ".hooks");
        }
    }
}
