package dev.tiphys.sandbox.workflows.engine;

import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The `workflow.*` variables.
final class Globals {

    private Globals() {
    }

    static Variables of(Run run) {
        Variables variables = new Variables();
        variables.put("workflow.name", run.name()).put("workflow.namespace", run.namespace())
                .put("workflow.uid", run.metadata().path("uid").asString(""))
                .put("workflow.creationTimestamp", run.metadata().path("creationTimestamp").asString(""))
                .put("workflow.mainEntrypoint", run.spec().path("entrypoint").asString(""))
                .put("workflow.serviceAccountName", run.spec().path("serviceAccountName").asString("default"));
        parameters(run, variables);
        for (String kind : new String[]{"labels", "annotations"}) {
            for (Map.Entry<String, JsonNode> entry : run.metadata().path(kind).properties()) {
                variables.put("workflow." + kind + "." + entry.getKey(), entry.getValue().asString(""));
            }
        }
        run.status().path("outputs").path("parameters").forEach(parameter -> variables
                .put("workflow.outputs.parameters." + parameter.path("name").asString(""), text(parameter)));
        return variables;
    }

    private static void parameters(Run run, Variables variables) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        run.spec().path("arguments").path("parameters").forEach(parameter -> {
            String value = text(parameter);
            all.addObject().put("name", parameter.path("name").asString("")).put("value", value);
            variables.put("workflow.parameters." + parameter.path("name").asString(""), value);
        });
        variables.put("workflow.parameters", all.toString()).put("workflow.parameters.json", all.toString());
    }

    private static String text(JsonNode parameter) {
        JsonNode value = parameter.has("value") ? parameter.path("value") : parameter.path("default");
        return value.isString() ? value.asString() : value.isMissingNode() ? "" : value.toString();
    }
}
