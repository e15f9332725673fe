package dev.tiphys.sandbox.argocd;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What one comparison of an Application with its cluster found.
///
/// @param spec the Application's spec that was compared
/// @param error `type: message` of the condition that stood in the way
record Comparison(JsonNode spec, String syncStatus, String revision, Health health, List<Resource> resources,
        List<String> images, Optional<Condition> error) {

    record Condition(String type, String message) {}

    /// One managed object; prunable when it is live and the source no longer describes it.
    record Resource(ObjectNode object, String status, Optional<Health> health, boolean prunable) {}

    boolean isOutOfSync() {
        return syncStatus.equals("OutOfSync");
    }
}
