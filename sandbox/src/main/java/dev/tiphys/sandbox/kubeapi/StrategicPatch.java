package dev.tiphys.sandbox.kubeapi;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Strategic merge patch for built-in kinds: lists whose items have a known key are merged item by item.
final class StrategicPatch {

    private static final Map<String, String> KEYS = Map.of("containers", "name", "initContainers", "name", "env",
            "name", "volumes", "name", "volumeMounts", "mountPath", "imagePullSecrets", "name", "conditions", "type",
            "ownerReferences", "uid", "secrets", "name");
    private static final Set<String> PLAIN_LISTS = Set.of("finalizers");

    private StrategicPatch() {
    }

    static void apply(ObjectNode target, JsonNode patch) {
        if (patch.path("$patch").asString("").equals("replace")) {
            target.removeAll();
        }
        patch.properties().forEach(entry -> merge(target, entry.getKey(), entry.getValue()));
        removePrimitives(target, patch);
    }

    private static void merge(ObjectNode target, String name, JsonNode value) {
        if (name.startsWith("$")) {
            return;
        }
        if (value.isNull() || value.path("$patch").asString("").equals("delete")) {
            target.remove(name);
        } else if (value instanceof ObjectNode part) {
            apply(target.get(name) instanceof ObjectNode present ? present : target.putObject(name), part);
        } else if (value instanceof ArrayNode items && target.get(name) instanceof ArrayNode present) {
            mergeList(target, name, present, items);
        } else {
            target.set(name, value.deepCopy());
        }
    }

    private static void mergeList(ObjectNode target, String name, ArrayNode present, ArrayNode items) {
        String key = key(name, items);
        if (PLAIN_LISTS.contains(name)) {
            items.forEach(item -> {
                if (!present.values().contains(item)) {
                    present.add(item);
                }
            });
        } else if (key == null) {
            target.set(name, items.deepCopy());
        } else {
            items.forEach(item -> mergeItem(present, key, item));
        }
    }

    private static @Nullable String key(String name, ArrayNode items) {
        if (name.equals("ports")) {
            return items.path(0).has("containerPort") ? "containerPort" : "port";
        }
        return KEYS.get(name);
    }

    private static void mergeItem(ArrayNode present, String key, JsonNode item) {
        if (item.path("$patch").asString("").equals("replace") && !item.has(key)) {
            present.removeAll();
            return;
        }
        for (int i = 0; i < present.size(); i++) {
            if (present.path(i).path(key).equals(item.path(key))) {
                if (item.path("$patch").asString("").equals("delete")) {
                    present.remove(i);
                } else {
                    apply((ObjectNode) present.path(i), item);
                }
                return;
            }
        }
        if (!item.has("$patch")) {
            present.add(item.deepCopy());
        }
    }

    private static void removePrimitives(ObjectNode target, JsonNode patch) {
        String prefix = "$deleteFromPrimitiveList/";
        patch.properties().forEach(entry -> {
            if (entry.getKey().startsWith(prefix)
                    && target.get(entry.getKey().substring(prefix.length())) instanceof ArrayNode list) {
                list.removeIf(item -> ((ArrayNode) entry.getValue()).values().contains(item));
            }
        });
    }
}
