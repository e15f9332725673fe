package dev.tiphys.sandbox.workflows.engine;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A set of templates that name each other.
///
/// @param name as `templateScope` says it: `local/<workflow>`, `namespaced/<template>` or `cluster/<template>`
record TemplateScope(String name, JsonNode spec) {

    Optional<ObjectNode> findTemplate(String template) {
        for (JsonNode candidate : spec.path("templates")) {
            if (candidate.path("name").asString("").equals(template)) {
                return Optional.of((ObjectNode) candidate);
            }
        }
        return Optional.empty();
    }
}
