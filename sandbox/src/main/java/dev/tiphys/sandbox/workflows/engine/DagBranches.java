package dev.tiphys.sandbox.workflows.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.workflows.expr.ExpressionException;
import dev.tiphys.sandbox.workflows.expr.WhenCondition;

/// Walks from the target tasks of a DAG back to those that can begin, and begins them.
final class DagBranches {

    private final Pass pass;
    private final TemplateExecutor executor;
    private final Work work;
    private final NodeStatus dag;
    private final DagTasks tasks;
    private final Set<String> visited = new HashSet<>();

    DagBranches(Pass pass, TemplateExecutor executor, Work work, NodeStatus dag, DagTasks tasks) {
        this.pass = pass;
        this.executor = executor;
        this.work = work;
        this.dag = dag;
        this.tasks = tasks;
    }

    void advance(String name) {
        Optional<NodeStatus> existing = tasks.node(name);
        if (!visited.add(name) || existing.map(NodeStatus::isFulfilled).orElse(false)) {
            return;
        }
        List<String> dependencies = tasks.dependencies(name);
        dependencies.forEach(this::advance);
        if (existing.isEmpty()) {
            for (String dependency : dependencies) {
                if (!tasks.node(dependency).map(NodeStatus::isFulfilled).orElse(false)) {
                    return;
                }
            }
            if (!tasks.allowed(name)) {
                end(tasks.task(name), name, "Omitted", "omitted: depends condition not met");
                return;
            }
        }
        try {
            begin(name);
        } catch (WorkflowFault fault) {
            end(tasks.task(name), name, "Error", fault.getMessage());
        } catch (ExpressionException invalid) {
            end(tasks.task(name), name, "Error", invalid.getMessage());
        }
    }

    private void begin(String name) {
        LocalScope scope = new LocalScope(pass.globals());
        ancestors(name, new HashSet<>()).forEach(
                ancestor -> tasks.node(ancestor).ifPresent(node -> DagExecutor.remember(scope, tasks, ancestor, node)));
        JsonNode task = tasks.task(name);
        ObjectNode trial = (ObjectNode) new Substitution(scope.variables()).apply(task);
        String when = trial.path("when").asString("");
        if (!FanOut.appliesTo(task) && Substitution.unresolved(trial.path("when")).isEmpty()
                && !WhenCondition.holds(when)) {
            end(trial, name, "Skipped", "when '" + when + "' evaluated false");
            return;
        }
        Optional<ObjectNode> resolved = References.resolve(task, scope);
        if (resolved.isPresent() && FanOut.appliesTo(task)) {
            fanOut(name, resolved.get(), FanOut.expand(resolved.get(), scope.variables()));
        } else if (resolved.isPresent()) {
            run(name, resolved.get()).ifPresent(node -> connect(name, node));
        }
    }

    private Set<String> ancestors(String name, Set<String> seen) {
        for (String dependency : tasks.dependencies(name)) {
            if (seen.add(dependency)) {
                ancestors(dependency, seen);
            }
        }
        return seen;
    }

    private void fanOut(String name, ObjectNode task, List<ObjectNode> items) {
        if (items.isEmpty()) {
            end(task, name, "Skipped", "Skipped, empty params");
            return;
        }
        NodeStatus group = tasks.node(name).orElseGet(() -> {
            NodeStatus made = pass.run().create("TaskGroup", invocation(name, task), "Running", "");
            connect(name, made);
            return made;
        });
        String phase = "Succeeded";
        boolean complete = true;
        for (ObjectNode item : items) {
            Optional<NodeStatus> node = runItem(item);
            node.ifPresent(child -> pass.run().addChild(group, child));
            complete &= node.map(NodeStatus::isFulfilled).orElse(false);
            phase = node.filter(NodeStatus::hasFailed).map(NodeStatus::phase).orElse(phase);
        }
        if (complete) {
            pass.run().mark(group, phase, "");
        }
    }

    private Optional<NodeStatus> runItem(ObjectNode item) {
        String name = item.path("name").asString("");
        String when = item.path("when").asString("");
        if (tasks.node(name).isEmpty() && !WhenCondition.holds(when)) {
            return Optional.of(pass.run().create("Skipped", invocation(name, item), "Skipped",
                    "when '" + when + "' evaluated false"));
        }
        return run(name, item);
    }

    private Optional<NodeStatus> run(String name, ObjectNode task) {
        String when = task.path("when").asString("");
        if (tasks.node(name).isEmpty() && !WhenCondition.holds(when)) {
            throw new WorkflowFault("when '" + when + "' evaluated false");
        }
        return executor.execute(invocation(name, task));
    }

    private Invocation invocation(String name, JsonNode task) {
        return work.invocation().inner(tasks.nodeName(name), task, work.scope()).within(dag.id());
    }

    private void end(JsonNode task, String name, String phase, String message) {
        Optional<NodeStatus> existing = tasks.node(name);
        if (existing.isPresent()) {
            pass.run().mark(existing.get(), phase, message);
        } else {
            connect(name, pass.run().create("Skipped", invocation(name, task), phase, message));
        }
    }

    private void connect(String name, NodeStatus node) {
        List<String> dependencies = tasks.dependencies(name);
        if (dependencies.isEmpty()) {
            pass.run().addChild(dag, node);
        }
        Outbound outbound = new Outbound(pass.run());
        dependencies.forEach(
                dependency -> tasks.node(dependency).ifPresent(before -> outbound.connect(before, node)));
    }
}
