package dev.tiphys.sandbox.workflows.engine;

import java.util.ArrayList;
import java.util.List;

/// The nodes at the end of a node, from which the graph's edges to what comes next leave.
final class Outbound {

    private final Run run;

    Outbound(Run run) {
        this.run = run;
    }

    List<String> of(NodeStatus node) {
        return switch (node.type()) {
            case "TaskGroup" -> node.children().isEmpty() ? List.of(node.id()) : of(node.children());
            case "Retry" -> node.children().isEmpty() ? List.of(node.id()) : of(List.of(node.children().getLast()));
            case "Steps", "DAG" -> of(node.outboundNodes());
            default -> List.of(node.id());
        };
    }

    private List<String> of(List<String> ids) {
        List<String> all = new ArrayList<>();
        for (String id : ids) {
            run.findById(id).ifPresent(node -> all.addAll(of(node)));
        }
        return all;
    }

    void write(NodeStatus node, List<NodeStatus> lasts) {
        List<String> ids = lasts.stream().flatMap(last -> of(last).stream()).distinct().toList();
        if (!ids.equals(node.outboundNodes())) {
            node.json().remove("outboundNodes");
            ids.forEach(id -> node.array("outboundNodes").add(id));
        }
    }

    /// Draws edges from the ends of `from` to `to`.
    void connect(NodeStatus from, NodeStatus to) {
        for (String id : of(from)) {
            run.findById(id).ifPresent(end -> run.addChild(end, to));
        }
    }
}
