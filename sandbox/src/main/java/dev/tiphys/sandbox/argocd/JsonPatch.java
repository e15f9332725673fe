package dev.tiphys.sandbox.argocd;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON patch by RFC 6902. What cannot be applied is refused as the server does, with a plain error.
final class JsonPatch {

    private JsonPatch() {
    }

    static void apply(ObjectNode target, JsonNode patch) {
        if (!patch.isArray()) {
            throw failure("json: cannot unmarshal object into Go value of type jsonpatch.Patch");
        }
        for (JsonNode operation : patch) {
            String path = operation.path("path").asString("");
            JsonNode value = operation.path("value");
            switch (operation.path("op").asString("")) {
                case "add" -> add(target, path, value.deepCopy());
                case "replace" -> {
                    remove(target, path);
                    add(target, path, value.deepCopy());
                }
                case "remove" -> remove(target, path);
                case "test" -> test(target, path, value);
                case "copy" -> add(target, path, read(target, operation.path("from").asString("")).deepCopy());
                case "move" -> {
                    JsonNode moved = read(target, operation.path("from").asString(""));
                    remove(target, operation.path("from").asString(""));
                    add(target, path, moved);
                }
                default -> throw failure("Unexpected kind: " + operation.path("op").asString(""));
            }
        }
    }

    private static void add(ObjectNode target, String path, JsonNode value) {
        JsonNode parent = parent(target, path);
        String last = last(path);
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else if (parent instanceof ArrayNode array) {
            array.insert(last.equals("-") ? array.size() : index(array, last, array.size()), value);
        } else {
            throw failure("add operation does not apply: doc is missing path: \"" + path + "\": missing value");
        }
    }

    private static void remove(ObjectNode target, String path) {
        JsonNode parent = parent(target, path);
        String last = last(path);
        @Nullable
        JsonNode removed = null;
        if (parent instanceof ObjectNode object) {
            removed = object.remove(last);
        } else if (parent instanceof ArrayNode array) {
            removed = array.remove(index(array, last, array.size() - 1));
        }
        if (removed == null) {
            throw failure("remove operation does not apply: doc is missing path: \"" + path + "\": missing value");
        }
    }

    private static void test(ObjectNode target, String path, JsonNode value) {
        if (!target.at(pointer(path)).equals(value)) {
            throw failure("testing value " + path + " failed: test failed");
        }
    }

    private static JsonNode read(ObjectNode target, String path) {
        JsonNode value = target.at(pointer(path));
        if (value.isMissingNode()) {
            throw failure("doc is missing path: \"" + path + "\": missing value");
        }
        return value;
    }

    private static JsonNode parent(ObjectNode target, String path) {
        return target.at(pointer(path.substring(0, Math.max(0, path.lastIndexOf('/')))));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }

    private static int index(ArrayNode array, String text, int most) {
        int index = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        if (index < 0 || index > most) {
            throw failure("Unable to access invalid index: " + text + " of " + array.size());
        }
        return index;
    }

    private static JsonPointer pointer(String path) {
        try {
            return JsonPointer.compile(path);
        } catch (IllegalArgumentException malformed) {
            throw new GrpcException(GrpcCode.UNKNOWN, "error applying patch: bad path \"" + path + "\"");
        }
    }

    private static GrpcException failure(String why) {
        return GrpcException.unknown("error applying patch: " + why);
    }
}
