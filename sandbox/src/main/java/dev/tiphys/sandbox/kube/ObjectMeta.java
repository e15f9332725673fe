package dev.tiphys.sandbox.kube;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The part of an object that the API server writes: `metadata` and its rules.
public final class ObjectMeta {

    private final Random random;

    ObjectMeta(long seed) {
        this.random = new Random(seed);
    }

    public static String name(JsonNode object) {
        return object.path("metadata").path("name").asString("");
    }

    public static String namespace(JsonNode object) {
        return object.path("metadata").path("namespace").asString("");
    }

    public static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asString("");
    }

    public static String resourceVersion(JsonNode object) {
        return object.path("metadata").path("resourceVersion").asString("");
    }

    /// The object's `metadata`, made when it is missing.
    public static ObjectNode of(ObjectNode object) {
        return object.get("metadata") instanceof ObjectNode present ? present : object.putObject("metadata");
    }

    static void stamp(ObjectNode object, long version) {
        of(object).put("resourceVersion", Long.toString(version));
    }

    void initialise(ObjectNode object, Instant now) {
        ObjectNode metadata = of(object);
        if (name(object).isEmpty()) {
            String prefix = metadata.path("generateName").asString("");
            if (prefix.isEmpty()) {
                throw KubeException.invalid("metadata.name: Required value: name or generateName is required");
            }
            metadata.put("name", prefix + suffix());
        }
        metadata.put("uid", new UUID(random.nextLong(), random.nextLong()).toString());
        metadata.put("generation", 1);
        metadata.put("creationTimestamp", now.toString());
        metadata.remove("deletionTimestamp");
    }

    private String suffix() {
        String letters = "bcdfghjklmnpqrstvwxz2456789";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    void replaceContent(ObjectNode current, ObjectNode sent) {
        current.removeAll();
        current.setAll(sent.deepCopy());
    }

    void protect(ObjectNode before, ObjectNode after) {
        for (String field : new String[]{"name", "namespace", "uid", "creationTimestamp", "generation",
                "resourceVersion",
                "deletionTimestamp"}) {
            JsonNode value = before.path("metadata").path(field);
            if (value.isMissingNode()) {
                of(after).remove(field);
            } else {
                of(after).set(field, value.deepCopy());
            }
        }
    }

    void countGeneration(Kind kind, ObjectNode before, ObjectNode after) {
        boolean changed = kind.statusSubresource()
                ? !before.path("spec").equals(after.path("spec"))
                : !withoutMetadata(before).equals(withoutMetadata(after));
        if (changed) {
            of(after).put("generation", before.path("metadata").path("generation").asLong(0) + 1);
        }
    }

    private static JsonNode withoutMetadata(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove("metadata");
        return copy;
    }

    void markDeleted(ObjectNode object, Instant now) {
        if (object.path("metadata").path("deletionTimestamp").isMissingNode()) {
            of(object).put("deletionTimestamp", now.toString());
        }
    }

    boolean isReleased(ObjectNode object) {
        JsonNode metadata = object.path("metadata");
        return !metadata.path("deletionTimestamp").isMissingNode() && metadata.path("finalizers").isEmpty();
    }
}
