package dev.tiphys.sandbox.workflows.engine;

import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.workflows.pods.PodReport;

/// Writes what pods report into their nodes.
final class Reports {

    private final Run run;

    Reports(Run run) {
        this.run = run;
    }

    /// Takes a report in; one for a node that has ended, or is gone, is late and changes nothing.
    void take(PodReport report) {
        Optional<NodeStatus> found = run.findById(report.nodeId()).filter(node -> !node.isFulfilled());
        if (found.isEmpty()) {
            return;
        }
        NodeStatus node = found.get();
        if (!report.progress().isEmpty()) {
            run.put(node.json(), "progress", report.progress());
        }
        if (!report.phase().equals("Pending")) {
            run.put(node.json(), "hostNodeName", "sandbox-node-1");
        }
        outputs(node, report);
        run.mark(node, report.phase(), report.message());
        if (node.isFulfilled()) {
            node.json().put("taskResultSynced", true);
            node.json().putObject("resourcesDuration").put("cpu", 1).put("memory", 1);
            if (report.phase().equals("Succeeded")) {
                String progress = node.json().path("progress").asString("0/1");
                String of = progress.substring(progress.indexOf('/') + 1);
                run.put(node.json(), "progress", of + "/" + of);
            }
            TemplateOutputs.publish(run, node);
        }
    }

    private void outputs(NodeStatus node, PodReport report) {
        if (report.exitCode().isEmpty() && report.outputs().isEmpty()) {
            return;
        }
        ObjectNode outputs = node.json().objectNode();
        if (!report.outputs().isEmpty()) {
            ArrayNode parameters = outputs.putArray("parameters");
            report.outputs().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(
                    entry -> parameters.add(parameter(node, entry.getKey(), entry.getValue())));
        }
        if (usesResults()) {
            outputs.put("result", report.result());
        }
        if (!report.exitCode().isEmpty()) {
            outputs.put("exitCode", report.exitCode());
        }
        run.set(node.json(), "outputs", outputs);
    }

    // The executor captures the standard output only where something asks for it.
    private boolean usesResults() {
        return run.spec().toString().contains(".outputs.result");
    }

    private ObjectNode parameter(NodeStatus node, String name, String value) {
        ObjectNode parameter = node.json().objectNode().put("name", name).put("value", value);
        for (JsonNode template : run.spec().path("templates")) {
            if (template.path("name").asString("").equals(node.templateName())) {
                for (JsonNode declared : template.path("outputs").path("parameters")) {
                    if (declared.path("name").asString("").equals(name)) {
                        JsonNode copy = declared.deepCopy();
                        ((ObjectNode) copy).put("value", value);
                        return (ObjectNode) copy;
                    }
                }
            }
        }
        return parameter;
    }
}
