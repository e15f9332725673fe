package dev.tiphys.sandbox.kube;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON merge patch by RFC 7386.
public final class MergePatch {

    private MergePatch() {
    }

    /// Merges `patch` into `target`: null removes, objects merge, everything else replaces.
    public static void apply(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(entry -> merge(target, entry.getKey(), entry.getValue()));
    }

    private static void merge(ObjectNode target, String name, JsonNode value) {
        if (value.isNull()) {
            target.remove(name);
        } else if (value instanceof ObjectNode part) {
            ObjectNode child = target.get(name) instanceof ObjectNode present ? present : target.putObject(name);
            apply(child, part);
        } else {
            target.set(name, value.deepCopy());
        }
    }
}
