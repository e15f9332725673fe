package dev.tiphys.sandbox.kubeapi;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON patch by RFC 6902. What cannot be applied, a failed `test` among it, is refused as a whole.
final class JsonPatch {

    private final ObjectNode document;

    private JsonPatch(ObjectNode document) {
        this.document = document;
    }

    /// Changes `document`; on a refusal it may be half changed and must be thrown away.
    static void apply(ObjectNode document, JsonNode patch) {
        if (!patch.isArray()) {
            throw ApiRefusal.badRequest("error decoding patch: a JSON patch is an array of operations");
        }
        JsonPatch target = new JsonPatch(document);
        patch.forEach(target::apply);
    }

    private void apply(JsonNode operation) {
        List<String> path = parse(operation.path("path").asString(""));
        switch (operation.path("op").asString("")) {
            case "add" -> add(path, operation.path("value").deepCopy());
            case "remove" -> remove(path);
            case "replace" -> {
                remove(path);
                add(path, operation.path("value").deepCopy());
            }
            case "move" -> add(path, remove(parse(operation.path("from").asString(""))));
            case "copy" -> add(path, find(parse(operation.path("from").asString(""))).deepCopy());
            case "test" -> test(path, operation.path("value"));
            default -> throw ApiRefusal.badRequest("Unexpected kind: " + operation.path("op").asString(""));
        }
    }

    private void test(List<String> path, JsonNode value) {
        if (!find(path).equals(value)) {
            throw ApiRefusal.invalid("the server rejected our request due to an error in our request: testing value /"
                    + String.join("/", path) + " failed");
        }
    }

    private JsonNode parent(List<String> path) {
        return path.isEmpty() ? document : find(path.subList(0, path.size() - 1));
    }

    private JsonNode find(List<String> path) {
        JsonNode node = document;
        for (String part : path) {
            node = node.isArray() ? node.path(index(part, node.size() - 1)) : node.path(part);
            if (node.isMissingNode()) {
                throw missing(path);
            }
        }
        return node;
    }

    private void add(List<String> path, JsonNode value) {
        if (path.isEmpty()) {
            throw ApiRefusal.invalid("the whole object cannot be replaced by a JSON patch");
        }
        JsonNode parent = parent(path);
        String last = path.getLast();
        if (parent instanceof ArrayNode array) {
            array.insert(last.equals("-") ? array.size() : index(last, array.size()), value);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            throw missing(path);
        }
    }

    private JsonNode remove(List<String> path) {
        JsonNode present = find(path);
        JsonNode parent = parent(path);
        if (parent instanceof ArrayNode array) {
            array.remove(index(path.getLast(), array.size() - 1));
        } else {
            ((ObjectNode) parent).remove(path.getLast());
        }
        return present;
    }

    private static int index(String part, int most) {
        if (!part.matches("\\d{1,9}") || Integer.parseInt(part) > most) {
            throw ApiRefusal.invalid("the server rejected our request due to an error in our request: invalid index "
                    + part);
        }
        return Integer.parseInt(part);
    }

    private static ApiRefusal missing(List<String> path) {
        return ApiRefusal.invalid("the server rejected our request due to an error in our request: path /"
                + String.join("/", path) + " does not exist");
    }

    private static List<String> parse(String pointer) {
        List<String> path = new ArrayList<>();
        for (String part : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            path.add(part.replace("~1", "/").replace("~0", "~"));
        }
        return path;
    }
}
