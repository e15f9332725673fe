package dev.tiphys.promotion.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.WorkflowRun.Node;

/// The nodes of a workflow, put down one after the other.
final class Nodes {

    static final String WORKFLOW = "checkout-v5-0123456789";
    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");

    private final Map<String, Node> nodes = new HashMap<>();

    Nodes with(String name, String type, String phase) {
        return with(name, type, phase, Map.of());
    }

    Nodes with(String name, String type, String phase, Map<String, String> outputs) {
        String full = WORKFLOW + name;
        String id = WORKFLOW + "-" + Integer.toUnsignedString(full.hashCode());
        Instant finished = phase.equals("Running") ? null : THEN.plusSeconds(5);
        String template = name.substring(name.lastIndexOf('.') + 1).replaceAll("\\(.*", "");
        nodes.put(id, new Node(id, full, full, type, template, phase, "", "", THEN, finished, "", Map.of(), outputs, "",
                List.of()));
        return this;
    }

    /// A leaf that was tried once.
    Nodes leaf(String name, String phase, Map<String, String> outputs) {
        with(name + "(0)", "Pod", phase, outputs);
        String full = WORKFLOW + name;
        String id = WORKFLOW + "-" + Integer.toUnsignedString(full.hashCode());
        String pod = WORKFLOW + "-" + Integer.toUnsignedString((full + "(0)").hashCode());
        nodes.put(id, new Node(id, full, full, "Retry", "", phase, "", "", THEN, null, "", Map.of(), Map.of(), "",
                new ArrayList<>(List.of(pod))));
        return this;
    }

    /// A leaf that the controller failed with words of its own.
    Nodes leafSaying(String name, String message) {
        leaf(name, "Failed", Map.of());
        String full = WORKFLOW + name;
        nodes.values().stream().filter(node -> node.name().equals(full + "(0)")).toList()
                .forEach(pod -> nodes.put(pod.id(),
                        new Node(pod.id(), pod.name(), full, "Pod", "", "Failed", "", message,
                                THEN, THEN, "", Map.of(), Map.of(), "", List.of())));
        return this;
    }

    WorkflowRun run(String phase) {
        return new WorkflowRun("promotions", WORKFLOW, "uid", "1", Map.of(), Map.of(), phase, "", false, "", "", THEN,
                THEN,
                null, nodes);
    }
}
