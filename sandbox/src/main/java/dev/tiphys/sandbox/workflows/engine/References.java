package dev.tiphys.sandbox.workflows.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Resolves what a step or task takes from others before it begins.
final class References {

    private References() {
    }

    /// The step or task with its references filled in; empty while one points to an output that is not there (Argo asks
    /// again for ever then). One to a node that was skipped is a [WorkflowFault], unless the input has a default.
    static Optional<ObjectNode> resolve(JsonNode holder, LocalScope scope) {
        Variables variables = scope.variables();
        JsonNode resolved = new Substitution(variables).apply(holder);
        List<JsonNode> arguments = new ArrayList<>();
        resolved.path("arguments").path("parameters").forEach(arguments::add);
        for (JsonNode argument : arguments) {
            Optional<String> missing = Substitution.unresolved(argument.path("value")).filter(References::isLocal);
            if (missing.isPresent()) {
                if (!scope.pointsToSkipped(missing.get())) {
                    return Optional.empty();
                }
                // The input's own default, if it has one, takes the place of what never came to be.
                ((ObjectNode) argument).remove("value");
            }
        }
        Optional<String> list = Substitution.unresolved(resolved.path("withParam")).filter(References::isLocal);
        if (list.isPresent()) {
            if (scope.pointsToSkipped(list.get())) {
                throw new WorkflowFault("unable to resolve references: {{" + list.get() + "}}");
            }
            return Optional.empty();
        }
        return Optional.of((ObjectNode) resolved);
    }

    private static boolean isLocal(String reference) {
        return reference.startsWith("steps.") || reference.startsWith("tasks.");
    }
}
