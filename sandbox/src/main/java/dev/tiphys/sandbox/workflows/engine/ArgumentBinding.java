package dev.tiphys.sandbox.workflows.engine;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Gives a template the arguments of its invocation: inputs get their values, and the whole template is substituted.
final class ArgumentBinding {

    private final Run run;
    private final Variables globals;

    ArgumentBinding(Run run, Variables globals) {
        this.run = run;
        this.globals = globals;
    }

    ObjectNode bind(Invocation invocation, ObjectNode template) {
        ObjectNode bound = template.deepCopy();
        Variables variables = globals.copy();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode input : bound.path("inputs").path("parameters")) {
            String name = input.path("name").asString("");
            String value = valueOf(invocation, (ObjectNode) input, name);
            ((ObjectNode) input).put("value", value);
            all.addObject().put("name", name).put("value", value);
            variables.put("inputs.parameters." + name, value);
        }
        variables.put("inputs.parameters", all.toString()).put("node.name", invocation.nodeName());
        String holder = invocation.holder().path("name").asString("");
        if (!holder.isEmpty()) {
            // In the real controller too these make `steps` and `tasks` known to expressions before any step has run.
            variables.put("steps.name", holder).put("tasks.name", holder);
        }
        if (!template.has("retryStrategy")) {
            variables.put("pod.name",
                    NodeIds.pod(run.name(), invocation.nodeName(), template.path("name").asString("")));
        }
        return (ObjectNode) new Substitution(variables).apply(bound);
    }

    private String valueOf(Invocation invocation, ObjectNode input, String name) {
        Optional<JsonNode> given = argument(invocation, name);
        JsonNode value = given.orElse(input.has("value") ? input.path("value") : input.path("default"));
        if (value.isMissingNode()) {
            throw new WorkflowFault("inputs.parameters." + name + " was not supplied");
        }
        return new Substitution(globals).apply(text(value));
    }

    private static Optional<JsonNode> argument(Invocation invocation, String name) {
        for (JsonNode argument : invocation.arguments().path("parameters")) {
            if (argument.path("name").asString("").equals(name) && argument.has("value")) {
                return Optional.of(argument.path("value"));
            }
        }
        return Optional.empty();
    }

    static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
