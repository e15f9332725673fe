package dev.tiphys.catalog;

import java.util.Map;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.json.JsonView;

/// The workflow of a reading. It carries another label than a run, so that nobody takes it for one.
final class ReadingManifest {

    static final String READING = "tiphys.dev/reading";

    private ReadingManifest() {
    }

    static String write(Reading reading, ItemAction action, Map<String, String> parameters, String serviceAccount) {
        ObjectNode workflow = JsonView.object().put("apiVersion", "argoproj.io/v1alpha1").put("kind", "Workflow");
        ObjectNode meta = workflow.putObject("metadata").put("name", reading.workflow())
                .put("namespace", reading.namespace());
        ObjectNode labels = meta.putObject("labels").put(READING, reading.id().toString())
                .put("tiphys.dev/instance-item", reading.item()).put("tiphys.dev/instance-action", action.name());
        if (reading.instance() != null) {
            labels.put("tiphys.dev/read-instance", reading.instance().toString());
        }
        ObjectNode spec = workflow.putObject("spec").put("serviceAccountName", serviceAccount);
        spec.putObject("workflowTemplateRef").put("name", action.template());
        spec.putObject("ttlStrategy").put("secondsAfterCompletion", 600);
        ArrayNode values = spec.putObject("arguments").putArray("parameters");
        parameters.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(one -> values.addObject().put("name", one.getKey()).put("value", one.getValue()));
        return JsonView.write(workflow);
    }
}
