package dev.tiphys.sandbox.workflows.api;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The `fields` parameter: paths to keep, or with a leading `-` to leave out.
final class FieldMask {

    private final boolean excludes;
    private final List<String> paths;

    private FieldMask(boolean excludes, List<String> paths) {
        this.excludes = excludes;
        this.paths = paths;
    }

    static FieldMask of(String fields) {
        boolean excludes = fields.startsWith("-");
        List<String> paths = new ArrayList<>();
        for (String path : (excludes ? fields.substring(1) : fields).split(",", -1)) {
            if (!path.isBlank()) {
                paths.add(path.strip());
            }
        }
        return new FieldMask(excludes, paths);
    }

    boolean isEmpty() {
        return paths.isEmpty();
    }

    JsonNode apply(JsonNode json) {
        return paths.isEmpty() ? json : filter("", json);
    }

    private JsonNode filter(String path, JsonNode json) {
        if (json instanceof ArrayNode list) {
            ArrayNode filtered = list.arrayNode();
            list.forEach(item -> filtered.add(filter(path, item)));
            return filtered;
        }
        if (!(json instanceof ObjectNode object)) {
            return json;
        }
        ObjectNode filtered = object.objectNode();
        object.properties().forEach(entry -> {
            String inner = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            if (excludes ? !paths.contains(inner) : keeps(inner)) {
                filtered.set(entry.getKey(), isWhole(inner) ? entry.getValue() : filter(inner, entry.getValue()));
            }
        });
        return filtered;
    }

    private boolean isWhole(String path) {
        return !excludes && paths.stream().anyMatch(kept -> path.equals(kept) || path.startsWith(kept + "."));
    }

    private boolean keeps(String path) {
        return isWhole(path) || paths.stream().anyMatch(kept -> kept.startsWith(path + "."));
    }
}
