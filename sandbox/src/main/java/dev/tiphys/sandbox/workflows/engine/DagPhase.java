package dev.tiphys.sandbox.workflows.engine;

import java.util.List;
import java.util.Optional;

/// The phase of a DAG from those of its tasks. A task that was skipped or omitted takes the phase of the branch before
/// it, so that a failure shows through it, and a mere `when` does not look like one.
final class DagPhase {

    private final DagTasks tasks;
    private final boolean failFast;
    private final boolean shutDown;

    DagPhase(DagTasks tasks, boolean failFast, boolean shutDown) {
        this.tasks = tasks;
        this.failFast = failFast;
        this.shutDown = shutDown;
    }

    String of(List<String> targets) {
        boolean active = tasks.names().stream().map(tasks::node).flatMap(Optional::stream)
                .anyMatch(node -> !node.isFulfilled());
        if (active) {
            return "Running";
        }
        String result = "Succeeded";
        for (String target : targets) {
            String phase = branch(target);
            if (phase.isEmpty()) {
                result = shutDown ? "Failed" : "Running";
            } else if (phase.equals("Failed") || phase.equals("Error")) {
                result = phase;
            } else {
                continue;
            }
            if (failFast == !result.equals("Running")) {
                return result;
            }
        }
        return result;
    }

    private String branch(String task) {
        Optional<NodeStatus> node = tasks.node(task);
        if (node.isEmpty()) {
            return "";
        }
        if (node.get().isCompleted()) {
            return node.get().phase();
        }
        String phase = "Succeeded";
        for (String dependency : tasks.dependencies(task)) {
            String before = branch(dependency);
            if (before.equals("Failed") || before.equals("Error")) {
                return before;
            }
            phase = before.isEmpty() ? before : phase;
        }
        return phase;
    }
}
