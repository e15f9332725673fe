package dev.tiphys.sandbox.workflows.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// The workflow that a submit makes of a template.
final class Submission {

    private Submission() {
    }

    static ObjectNode of(Kind kind, ObjectNode source, JsonNode options) {
        String name = ObjectMeta.name(source);
        ObjectNode workflow = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = workflow.putObject("metadata");
        metadata.put("generateName", options.path("generateName").asString(name + "-"));
        if (!options.path("name").asString("").isEmpty()) {
            metadata.put("name", options.path("name").asString());
        }
        ObjectNode labels = metadata.putObject("labels");
        if (kind.equals(Kind.CRON_WORKFLOW)) {
            workflow.set("spec", source.path("spec").path("workflowSpec").deepCopy());
            labels.put("workflows.argoproj.io/cron-workflow", name);
        } else {
            ObjectNode reference = workflow.putObject("spec").putObject("workflowTemplateRef").put("name", name);
            if (kind.equals(Kind.CLUSTER_WORKFLOW_TEMPLATE)) {
                reference.put("clusterScope", true);
            }
            labels.put(kind.equals(Kind.CLUSTER_WORKFLOW_TEMPLATE)
                    ? "workflows.argoproj.io/cluster-workflow-template"
                    : "workflows.argoproj.io/workflow-template", name);
        }
        pairs(labels, options.path("labels").asString(""), "labels");
        if (!options.path("annotations").asString("").isEmpty()) {
            pairs(metadata.putObject("annotations"), options.path("annotations").asString(), "annotations");
        }
        overrides((ObjectNode) workflow.path("spec"), options);
        WorkflowWrites.override(workflow, options.path("parameters"));
        return workflow;
    }

    private static void overrides(ObjectNode spec, JsonNode options) {
        if (!options.path("entryPoint").asString("").isEmpty()) {
            spec.put("entrypoint", options.path("entryPoint").asString());
        }
        if (!options.path("serviceAccount").asString("").isEmpty()) {
            spec.put("serviceAccountName", options.path("serviceAccount").asString());
        }
        if (options.path("priority").isNumber()) {
            spec.set("priority", options.path("priority"));
        }
        if (!options.path("podPriorityClassName").asString("").isEmpty()) {
            spec.put("podPriorityClassName", options.path("podPriorityClassName").asString());
        }
    }

    private static void pairs(ObjectNode target, String text, String what) {
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isBlank() && equals < 0) {
                throw ArgoError.invalid("invalid " + what + ": " + pair);
            }
            if (equals > 0) {
                target.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
            }
        }
    }
}
