package dev.tiphys.sandbox.workflows.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/// What a Steps template must be: groups of steps that use only what earlier groups gave.
final class StepsRules {

    private static final Pattern USE = Pattern
            .compile("\\{\\{=?[^}]*?\\bsteps(?:\\.([a-zA-Z0-9][-a-zA-Z0-9]*)|\\['([^']+)'])");

    private final JsonNode template;
    private final String where;

    StepsRules(JsonNode template) {
        this.template = template;
        this.where = "templates." + Json.text(template, "name");
    }

    void check(Scope scope) {
        Set<String> before = new HashSet<>();
        List<JsonNode> all = new ArrayList<>();
        CallRules calls = new CallRules(scope);
        int index = 0;
        for (JsonNode group : Json.items(template.path("steps"))) {
            List<JsonNode> steps = Json.items(group);
            if (!group.isArray()) {
                throw Refusal.of(where + ".steps[" + index + "] must be a list of steps");
            }
            all.addAll(steps);
            NameRules.unique(all, where + ".steps[" + index + "]");
            for (JsonNode step : steps) {
                String place = where + ".steps[" + index + "]." + Json.text(step, "name");
                calls.check(step, place);
                uses(step, place, before);
            }
            before.addAll(Json.names(group));
            index++;
        }
    }

    private static void uses(JsonNode step, String place, Set<String> before) {
        Matcher use = USE.matcher(step.toString());
        while (use.find()) {
            String other = use.group(1) == null ? use.group(2) : use.group(1);
            if (!other.equals("name") && !before.contains(other)) {
                throw Refusal.of(place + " failed to resolve {{steps." + other + "}}");
            }
        }
    }
}
