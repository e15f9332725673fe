package dev.tiphys.sandbox.workflows.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.workflows.expr.Depends;
import dev.tiphys.sandbox.workflows.expr.ExpressionException;

/// What a DAG must be: dependencies that exist, no circle, and tasks that use only what ran before them.
final class DagRules {

    private static final Pattern USE = Pattern
            .compile("\\{\\{=?[^}]*?\\btasks(?:\\.([a-zA-Z0-9][-a-zA-Z0-9]*)|\\['([^']+)'])");
    private static final int MOST_TASKS = 200;

    private final JsonNode template;
    private final String where;
    private final Map<String, JsonNode> tasks = new LinkedHashMap<>();
    private final Map<String, List<String>> dependencies = new LinkedHashMap<>();

    DagRules(JsonNode template) {
        this.template = template;
        this.where = "templates." + Json.text(template, "name");
    }

    void check(Scope scope) {
        List<JsonNode> all = Json.items(template.path("dag").path("tasks"));
        if (all.isEmpty()) {
            throw Refusal.of(where + " must have at least one task");
        }
        if (all.size() > MOST_TASKS) {
            throw Refusal.of(where + ".dag.tasks: Too many: " + all.size() + ": must have at most 200 items");
        }
        NameRules.unique(all, where + ".tasks");
        all.forEach(task -> tasks.put(Json.text(task, "name"), task));
        styles();
        tasks.forEach((name, task) -> dependencies.put(name, dependencies(name, task)));
        tasks.keySet().forEach(name -> circle(name, new ArrayList<>()));
        targets();
        CallRules calls = new CallRules(scope);
        tasks.forEach((name, task) -> {
            calls.check(task, where + ".tasks." + name);
            uses(name, task);
        });
    }

    private void styles() {
        boolean depends = tasks.values().stream().anyMatch(task -> !Json.text(task, "depends").isEmpty());
        boolean plain = tasks.values().stream().anyMatch(task -> task.path("dependencies").size() > 0);
        if (depends && plain) {
            throw Refusal.of(where + " cannot use both 'depends' and 'dependencies' in the same DAG template");
        }
        tasks.forEach((name, task) -> {
            if (depends && Json.has(task, "continueOn")) {
                throw Refusal.of(where + " cannot use 'continueOn' when using 'depends'. Instead use 'dep-task.Failed'/"
                        + "'dep-task.Errored'");
            }
            if ((depends || plain) && Character.isDigit(name.charAt(0))) {
                throw Refusal.of(where + ".tasks." + name
                        + " name cannot begin with a digit when using either 'depends' or 'dependencies'");
            }
        });
    }

    private List<String> dependencies(String name, JsonNode task) {
        List<String> names = new ArrayList<>();
        task.path("dependencies").forEach(one -> names.add(one.asString("")));
        String depends = Json.text(task, "depends");
        if (!depends.isEmpty()) {
            try {
                Depends.parse(depends).inOrder().forEach(names::add);
            } catch (ExpressionException invalid) {
                throw Refusal.of(where + ".tasks." + name + " invalid 'depends' logic: " + invalid.getMessage());
            }
        }
        for (String dependency : names) {
            if (!tasks.containsKey(dependency)) {
                throw Refusal.of(where + ".tasks." + name + " dependency '" + dependency + "' not defined");
            }
        }
        return names;
    }

    private void circle(String name, List<String> path) {
        if (path.contains(name)) {
            throw Refusal.of(where + " dependency cycle detected: " + String.join("->", path) + "->" + name);
        }
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        dependencies.getOrDefault(name, List.of()).forEach(dependency -> circle(dependency, longer));
    }

    private void targets() {
        for (String target : Json.text(template.path("dag"), "target").strip().split("\\s+", -1)) {
            if (!target.isEmpty() && !target.contains("{{") && !tasks.containsKey(target)) {
                throw Refusal.of(where + ".targets target '" + target + "' is not defined");
            }
        }
    }

    private void uses(String name, JsonNode task) {
        Set<String> before = new HashSet<>();
        ancestors(name, before);
        Matcher use = USE.matcher(task.toString());
        while (use.find()) {
            String other = use.group(1) == null ? use.group(2) : use.group(1);
            if (other.equals("name")) {
                continue;
            }
            if (!tasks.containsKey(other)) {
                throw Refusal.of(where + ".tasks." + name + " failed to resolve {{tasks." + other + "}}");
            }
            if (!before.contains(other)) {
                throw Refusal.of(where + ".tasks." + name + " missing dependency '" + other + "' for parameter");
            }
        }
    }

    private void ancestors(String name, Set<String> seen) {
        for (String dependency : dependencies.getOrDefault(name, List.of())) {
            if (seen.add(dependency)) {
                ancestors(dependency, seen);
            }
        }
    }
}
