package dev.tiphys.sandbox.workflows.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.workflows.expr.Depends;

/// The tasks of one DAG: what they depend on and which nodes they have.
final class DagTasks {

    private final Run run;
    private final NodeStatus dag;
    private final JsonNode template;
    private final Map<String, JsonNode> tasks = new LinkedHashMap<>();

    DagTasks(Run run, NodeStatus dag, JsonNode template) {
        this.run = run;
        this.dag = dag;
        this.template = template;
        template.path("tasks").forEach(task -> tasks.put(task.path("name").asString(""), task));
    }

    JsonNode task(String name) {
        JsonNode task = tasks.get(name);
        if (task == null) {
            throw new WorkflowFault("there is no task " + name);
        }
        return task;
    }

    Set<String> names() {
        return tasks.keySet();
    }

    /// The tasks that must end: those asked for, else those that no other depends on.
    List<String> targets() {
        String target = template.path("target").asString("");
        if (!target.isBlank()) {
            return List.of(target.strip().split("\\s+", -1));
        }
        Set<String> leaves = new LinkedHashSet<>(tasks.keySet());
        tasks.keySet().forEach(name -> leaves.removeAll(dependencies(name)));
        return List.copyOf(leaves);
    }

    String nodeName(String task) {
        return dag.name() + "." + task;
    }

    Optional<NodeStatus> node(String task) {
        return run.find(nodeName(task));
    }

    List<String> dependencies(String task) {
        List<String> names = new ArrayList<>();
        String logic = logic(task);
        if (!logic.isEmpty()) {
            Depends.parse(logic).inOrder().forEach(names::add);
        }
        return names;
    }

    boolean allowed(String task) {
        String logic = logic(task);
        return logic.isEmpty() || Depends.parse(logic).holds(this::has);
    }

    private String logic(String task) {
        JsonNode json = task(task);
        if (!json.path("depends").asString("").isBlank()) {
            return json.path("depends").asString();
        }
        List<String> terms = new ArrayList<>();
        json.path("dependencies").forEach(name -> terms.add(term(name.asString(""))));
        return String.join(" && ", terms);
    }

    private String term(String dependency) {
        JsonNode on = task(dependency).path("continueOn");
        return "(" + dependency + (on.path("failed").asBoolean(false) ? " || " + dependency + ".Failed" : "")
                + (on.path("error").asBoolean(false) ? " || " + dependency + ".Errored" : "") + ")";
    }

    private boolean has(String task, String result) {
        NodeStatus node = node(task).orElseThrow(() -> new WorkflowFault("task " + task + " has no node"));
        return switch (result) {
            case "Errored" -> node.phase().equals("Error");
            case "Daemoned" -> node.json().path("daemoned").asBoolean(false) && !node.phase().equals("Pending");
            case "AnySucceeded" -> children(node).stream().anyMatch(child -> child.phase().equals("Succeeded"));
            case "AllFailed" -> !children(node).isEmpty()
                    && children(node).stream().allMatch(child -> child.phase().equals("Failed"));
            default -> node.phase().equals(result);
        };
    }

    /// The nodes of a fan-out's items.
    List<NodeStatus> children(NodeStatus group) {
        List<NodeStatus> children = new ArrayList<>();
        if (group.isType("TaskGroup")) {
            group.children().forEach(id -> run.findById(id).ifPresent(children::add));
        }
        return children;
    }
}
