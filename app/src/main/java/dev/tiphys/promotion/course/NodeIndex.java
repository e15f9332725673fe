package dev.tiphys.promotion.course;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.WorkflowRun.Node;

/// The nodes of a workflow by their full names.
final class NodeIndex {

    private final WorkflowRun run;
    private final Map<String, Node> byName = new HashMap<>();
    private final Map<String, Node> byItem = new HashMap<>();

    NodeIndex(WorkflowRun run) {
        this.run = run;
        run.nodes().values().forEach(this::add);
    }

    private void add(Node node) {
        byName.put(node.name(), node);
        int open = node.name().indexOf('(');
        if (open > 0 && node.name().indexOf(')') == node.name().length() - 1) {
            String item = node.name().substring(node.name().indexOf(':', open) + 1, node.name().length() - 1);
            byItem.put(itemKey(node.name().substring(0, open), item), node);
        }
    }

    private static String itemKey(String task, String item) {
        return task + " " + item;
    }

    Optional<Node> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// Finds the fan-out's node of an item; its position in the list does not matter.
    Optional<Node> findItem(String task, String item) {
        return Optional.ofNullable(byItem.get(itemKey(task, item)));
    }

    /// The pod that a leaf is or retried last.
    Optional<Node> findPod(Node leaf) {
        if (leaf.type().equals("Pod")) {
            return Optional.of(leaf);
        }
        return leaf.children().stream().map(run.nodes()::get).filter(child -> child != null
                && child.type().equals("Pod") && child.name().startsWith(leaf.name() + "("))
                .max(Comparator.comparingInt(child -> attempt(leaf, child)));
    }

    private static int attempt(Node leaf, Node pod) {
        return Integer.parseInt(pod.name(), leaf.name().length() + 1, pod.name().length() - 1, 10);
    }

    /// The pod's name by Argo's second format: workflow, template and the number of the node's id.
    String podName(Node pod) {
        return run.name() + "-" + pod.templateName() + pod.id().substring(run.name().length());
    }
}
