package dev.tiphys.sandbox.workflows.engine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.workflows.expr.Expression;
import dev.tiphys.sandbox.workflows.expr.ExpressionException;

/// The output parameters of Steps and DAG templates, taken from what their steps and tasks gave.
final class TemplateOutputs {

    private final Run run;

    TemplateOutputs(Run run) {
        this.run = run;
    }

    void write(NodeStatus node, Work work, LocalScope scope) {
        JsonNode declared = work.template().path("outputs").path("parameters");
        if (declared.isEmpty()) {
            return;
        }
        ObjectNode outputs = node.json().objectNode();
        ArrayNode parameters = outputs.putArray("parameters");
        for (JsonNode parameter : declared) {
            ObjectNode one = parameters.addObject().put("name", parameter.path("name").asString(""));
            one.put("value", value(parameter, scope));
            if (parameter.has("globalName")) {
                one.put("globalName", parameter.path("globalName").asString(""));
            }
        }
        run.set(node.json(), "outputs", outputs);
        publish(run, node);
    }

    private static String value(JsonNode parameter, LocalScope scope) {
        JsonNode source = parameter.path("valueFrom");
        try {
            if (source.has("expression")) {
                return Expression.parse(source.path("expression").asString(""))
                        .evaluateText(scope.variables().environment());
            }
        } catch (ExpressionException failed) {
            return otherwise(parameter, failed.getMessage());
        }
        JsonNode reference = new Substitution(scope.variables()).apply(source.path("parameter"));
        return Substitution.unresolved(reference)
                .map(missing -> otherwise(parameter, "unable to resolve references: {{" + missing + "}}"))
                .orElseGet(() -> reference.asString(""));
    }

    private static String otherwise(JsonNode parameter, String problem) {
        JsonNode value = parameter.path("valueFrom").path("default");
        if (value.isMissingNode()) {
            throw new WorkflowFault(problem);
        }
        return ArgumentBinding.text(value);
    }

    /// Adds outputs with a `globalName` to those of the workflow.
    static void publish(Run run, NodeStatus node) {
        for (JsonNode parameter : node.outputs().path("parameters")) {
            String name = parameter.path("globalName").asString("");
            if (!name.isEmpty() && parameter.has("value")) {
                ObjectNode outputs = run.status().get("outputs") instanceof ObjectNode present
                        ? present
                        : run.status().putObject("outputs");
                ArrayNode all = outputs.get("parameters") instanceof ArrayNode present
                        ? present
                        : outputs.putArray("parameters");
                all.removeIf(other -> other.path("name").asString("").equals(name));
                all.addObject().put("name", name).set("value", parameter.path("value"));
            }
        }
    }
}
