package dev.tiphys.sandbox.workflows.engine;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The outputs of a suspend node that someone must supply.
public final class SuppliedOutputs {

    private SuppliedOutputs() {
    }

    /// Gives every open output its default; the answer says which has none.
    public static Optional<String> applyDefaults(ObjectNode node) {
        for (JsonNode output : node.path("outputs").path("parameters")) {
            if (isOpen(output)) {
                JsonNode otherwise = output.path("valueFrom").path("default");
                if (otherwise.isMissingNode()) {
                    return Optional.of("raw output parameter '" + output.path("name").asString("")
                            + "' has not been set and does not have a default value");
                }
                supply((ObjectNode) output, ArgumentBinding.text(otherwise));
            }
        }
        return Optional.empty();
    }

    public static boolean isOpen(JsonNode output) {
        return output.path("valueFrom").has("supplied");
    }

    public static void supply(ObjectNode output, String value) {
        output.put("value", value);
        output.remove("valueFrom");
    }
}
