package dev.tiphys.sandbox.workflows.engine;

import java.util.HashSet;
import java.util.Set;

/// Sums up how far a workflow and its nodes are.
final class Progress {

    private final Run run;

    Progress(Run run) {
        this.run = run;
    }

    void write() {
        long[] all = new long[2];
        for (NodeStatus node : run.allNodes()) {
            if (isExecutable(node)) {
                add(all, node);
            } else if (!node.isType("Suspend", "Skipped")) {
                long[] sum = new long[2];
                below(node, sum, new HashSet<>());
                run.put(node.json(), "progress", sum[0] + "/" + sum[1]);
            }
        }
        run.put(run.status(), "progress", all[0] + "/" + all[1]);
    }

    private void below(NodeStatus node, long[] sum, Set<String> seen) {
        for (String id : node.children()) {
            if (seen.add(id)) {
                run.findById(id).ifPresent(child -> {
                    if (isExecutable(child)) {
                        add(sum, child);
                    }
                    below(child, sum, seen);
                });
            }
        }
    }

    private static void add(long[] sum, NodeStatus node) {
        String[] parts = node.json().path("progress").asString("0/1").split("/", -1);
        sum[0] += Long.parseLong(parts[0]);
        sum[1] += Long.parseLong(parts[1]);
    }

    private static boolean isExecutable(NodeStatus node) {
        return node.isType("Pod", "HTTP", "Plugin");
    }
}
