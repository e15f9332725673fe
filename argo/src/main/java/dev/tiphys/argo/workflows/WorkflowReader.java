package dev.tiphys.argo.workflows;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.workflows.WorkflowRun.Node;

/// Reads Workflow objects as the Argo Server writes them.
final class WorkflowReader {

    private WorkflowReader() {
    }

    static WorkflowRun run(JsonView json) {
        JsonView meta = json.at("metadata");
        JsonView status = json.at("status");
        Map<String, Node> nodes = new LinkedHashMap<>();
        status.at("nodes").node().properties()
                .forEach(entry -> nodes.put(entry.getKey(), node(new JsonView(entry.getValue()))));
        return new WorkflowRun(meta.text("namespace"), meta.text("name"), meta.text("uid"),
                meta.text("resourceVersion"), meta.map("labels"), meta.map("annotations"), status.text("phase"),
                status.text("message"), json.flag("spec", "suspend"), json.text("spec", "shutdown"),
                status.text("progress"), meta.instant("creationTimestamp"), status.instant("startedAt"),
                status.instant("finishedAt"), nodes);
    }

    static WorkflowTemplates.Template template(JsonView json) {
        JsonView meta = json.at("metadata");
        Map<String, String> parameters = new LinkedHashMap<>();
        json.items("spec", "arguments", "parameters").forEach(parameter -> parameters.put(parameter.text("name"),
                parameter.text("value").isEmpty() ? parameter.text("default") : parameter.text("value")));
        return new WorkflowTemplates.Template(meta.text("namespace"), meta.text("name"), meta.map("labels"),
                meta.map("annotations"), json.text("spec", "entrypoint"), parameters, json.json());
    }

    private static Node node(JsonView json) {
        String template = json.text("templateName").isEmpty()
                ? json.text("templateRef", "template")
                : json.text("templateName");
        return new Node(json.text("id"), json.text("name"), json.text("displayName"), json.text("type"), template,
                json.text("phase"), json.text("boundaryID"), json.text("message"), json.instant("startedAt"),
                json.instant("finishedAt"), json.text("progress"), parameters(json.at("inputs")),
                parameters(json.at("outputs")), json.text("outputs", "exitCode"), json.texts("children"));
    }

    /// A supplied output that nobody has set yet has no value and is left out.
    private static Map<String, String> parameters(JsonView holder) {
        Map<String, String> values = new LinkedHashMap<>();
        holder.items("parameters").filter(parameter -> parameter.at("value").isPresent())
                .forEach(parameter -> values.put(parameter.text("name"), parameter.text("value")));
        return values;
    }
}
