package dev.tiphys.sandbox.workflows.engine;

import tools.jackson.databind.JsonNode;

/// Whether a step's or task's failure is taken in stride.
final class ContinueOn {

    private ContinueOn() {
    }

    static boolean allows(JsonNode holder, String phase) {
        JsonNode on = holder.path("continueOn");
        return switch (phase) {
            case "Failed" -> on.path("failed").asBoolean(false);
            case "Error" -> on.path("error").asBoolean(false);
            default -> false;
        };
    }
}
