package dev.tiphys.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.json.JsonView;

/// The workflow of one run: it names the provider's template, and hands on values as parameters and nothing else.
final class RunManifest {

    static final String RUN = "tiphys.dev/run";
    static final String INSTANCE = "tiphys.dev/instance";
    private static final int LONGEST_NAME = 63;

    private RunManifest() {
    }

    /// Always the same for the same run, so that a second attempt to create it finds the first.
    static String name(String item, String action, UUID run) {
        String suffix = "-" + run.toString().replace("-", "").substring(12);
        String words = (item + "-" + action).toLowerCase(Locale.ROOT);
        return words.substring(0, Math.min(words.length(), LONGEST_NAME - suffix.length())) + suffix;
    }

    static String write(ActionRun run, Instance instance, String serviceAccount) {
        ObjectNode workflow = JsonView.object().put("apiVersion", "argoproj.io/v1alpha1").put("kind", "Workflow");
        ObjectNode meta = workflow.putObject("metadata").put("name", run.workflow()).put("namespace", run.namespace());
        meta.putObject("labels").put(RUN, run.id().toString()).put(INSTANCE, instance.id().toString())
                .put("tiphys.dev/instance-item", instance.item()).put("tiphys.dev/instance-action", run.action());
        meta.putObject("annotations").put("workflows.argoproj.io/title", run.action() + " " + instance.name());
        ObjectNode spec = workflow.putObject("spec").put("serviceAccountName", serviceAccount);
        spec.putObject("workflowTemplateRef").put("name", run.template());
        ArrayNode parameters = spec.putObject("arguments").putArray("parameters");
        run.inputs().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(input -> parameters.addObject().put("name", input.getKey()).put("value", input.getValue()));
        return JsonView.write(workflow);
    }
}
