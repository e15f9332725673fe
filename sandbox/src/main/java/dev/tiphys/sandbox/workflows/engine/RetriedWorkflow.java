package dev.tiphys.sandbox.workflows.engine;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes a finished workflow back to before its failures, so that the controller walks on from there.
public final class RetriedWorkflow {

    private static final List<String> GROUPS = List.of("StepGroup", "TaskGroup", "Retry");
    private static final List<String> LEAVES = List.of("Pod", "Suspend", "HTTP", "Plugin", "Skipped");

    private final ObjectNode workflow;
    private final Set<String> gone = new HashSet<>();

    private RetriedWorkflow(ObjectNode workflow) {
        this.workflow = workflow;
    }

    /// Removes the leaves that failed, those `chosen`, and all that came after them; opens what encloses them.
    public static void reset(ObjectNode workflow, Instant now, Predicate<JsonNode> chosen) {
        RetriedWorkflow retried = new RetriedWorkflow(workflow);
        retried.findGone(chosen);
        retried.remove();
        retried.open();
        ObjectNode status = (ObjectNode) workflow.path("status");
        status.put("phase", "Running").putNull("finishedAt").remove(List.of("message", "conditions", "outputs"));
        status.put("startedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private JsonNode nodes() {
        return workflow.path("status").path("nodes");
    }

    private void findGone(Predicate<JsonNode> chosen) {
        Deque<String> queue = new ArrayDeque<>();
        String exit = workflow.path("metadata").path("name").asString("") + ".onExit";
        for (JsonNode json : nodes()) {
            NodeStatus node = new NodeStatus((ObjectNode) json);
            boolean failedLeaf = LEAVES.contains(node.type()) && (node.hasFailed() || node.phase().equals("Omitted"));
            if (failedLeaf || chosen.test(json) || node.name().startsWith(exit)) {
                queue.add(node.id());
            }
        }
        while (!queue.isEmpty()) {
            String id = queue.remove();
            if (gone.add(id) && nodes().get(id) instanceof ObjectNode json) {
                queue.addAll(new NodeStatus(json).children());
            }
        }
    }

    private void remove() {
        ((ObjectNode) nodes()).remove(gone);
        for (JsonNode node : nodes()) {
            for (String field : new String[]{"children", "outboundNodes"}) {
                if (node.path(field) instanceof ArrayNode list && lose(list) && field.equals("children")
                        && GROUPS.contains(node.path("type").asString(""))) {
                    reopen((ObjectNode) node);
                }
            }
        }
    }

    private boolean lose(ArrayNode ids) {
        int before = ids.size();
        ids.removeIf(id -> gone.contains(id.asString("")));
        return ids.size() < before;
    }

    // A group runs again when it failed or when something inside of it will.
    private void open() {
        for (JsonNode json : nodes()) {
            NodeStatus node = new NodeStatus((ObjectNode) json);
            if (!LEAVES.contains(node.type()) && node.hasFailed()) {
                reopen(node.json());
            }
        }
        while (openWhatEnclosesRunningNodes()) {
            // until nothing encloses anything open any more
        }
    }

    private boolean openWhatEnclosesRunningNodes() {
        boolean changed = false;
        for (JsonNode json : nodes()) {
            NodeStatus node = new NodeStatus((ObjectNode) json);
            if (node.phase().equals("Running")) {
                for (JsonNode other : nodes()) {
                    if (!other.path("phase").asString("").equals("Running")
                            && encloses(new NodeStatus((ObjectNode) other), node)) {
                        reopen((ObjectNode) other);
                        changed = true;
                    }
                }
            }
        }
        return changed;
    }

    private static boolean encloses(NodeStatus other, NodeStatus node) {
        return other.id().equals(node.boundaryId())
                || (GROUPS.contains(other.type()) && other.children().contains(node.id()));
    }

    private static void reopen(ObjectNode node) {
        node.put("phase", "Running").putNull("finishedAt").remove(List.of("message", "outputs", "outboundNodes"));
    }
}
