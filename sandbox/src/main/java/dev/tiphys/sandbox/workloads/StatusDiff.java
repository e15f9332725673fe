package dev.tiphys.sandbox.workloads;

import java.util.ArrayList;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a controller changed in a status, as a merge patch: fields that others set meanwhile (`abort`, `promoteFull`)
/// are left alone.
final class StatusDiff {

    private StatusDiff() {
    }

    static ObjectNode between(JsonNode before, JsonNode after) {
        ObjectNode patch = JsonMapper.shared().createObjectNode();
        for (String gone : new ArrayList<>(before.propertyNames())) {
            if (!after.has(gone)) {
                patch.putNull(gone);
            }
        }
        after.properties().forEach(entry -> {
            JsonNode old = before.path(entry.getKey());
            if (old.isObject() && entry.getValue().isObject()) {
                ObjectNode inner = between(old, entry.getValue());
                if (!inner.isEmpty()) {
                    patch.set(entry.getKey(), inner);
                }
            } else if (!old.equals(entry.getValue())) {
                patch.set(entry.getKey(), entry.getValue());
            }
        });
        return patch;
    }
}
