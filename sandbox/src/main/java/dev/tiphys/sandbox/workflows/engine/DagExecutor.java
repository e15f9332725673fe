package dev.tiphys.sandbox.workflows.engine;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/// Executes DAG templates: begins what may begin, and ends when its target tasks have.
final class DagExecutor {

    private final Pass pass;
    private final TemplateExecutor executor;
    private final Outbound outbound;

    DagExecutor(Pass pass, TemplateExecutor executor) {
        this.pass = pass;
        this.executor = executor;
        this.outbound = new Outbound(pass.run());
    }

    NodeStatus execute(Work work) {
        NodeStatus node = pass.run().find(work.nodeName())
                .orElseGet(() -> pass.create("DAG", work, "Running", ""));
        JsonNode dag = work.template().path("dag");
        DagTasks tasks = new DagTasks(pass.run(), node, dag);
        List<String> targets = tasks.targets();
        DagBranches branches = new DagBranches(pass, executor, work, node, tasks);
        targets.forEach(branches::advance);
        if (node.isFulfilled()) {
            return node;
        }
        String phase = new DagPhase(tasks, dag.path("failFast").asBoolean(true),
                pass.run().isShutDownFor(node.name())).of(targets);
        if (!phase.equals("Running")) {
            finish(work, node, tasks, phase);
        }
        return node;
    }

    private void finish(Work work, NodeStatus node, DagTasks tasks, String phase) {
        outbound.write(node, tasks.targets().stream().map(tasks::node).flatMap(Optional::stream).toList());
        if (phase.equals("Succeeded")) {
            LocalScope scope = new LocalScope(pass.globals());
            tasks.names().forEach(name -> tasks.node(name).ifPresent(task -> remember(scope, tasks, name, task)));
            try {
                new TemplateOutputs(pass.run()).write(node, work, scope);
            } catch (WorkflowFault fault) {
                pass.run().mark(node, "Error", fault.getMessage());
                return;
            }
        }
        pass.run().mark(node, phase, "");
    }

    static void remember(LocalScope scope, DagTasks tasks, String name, NodeStatus node) {
        if (node.isType("TaskGroup")) {
            scope.addAll("tasks." + name, node, tasks.children(node));
        } else {
            scope.add("tasks." + name, node);
        }
    }
}
