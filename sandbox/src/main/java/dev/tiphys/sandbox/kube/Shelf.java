package dev.tiphys.sandbox.kube;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The objects of one kind in one cluster with their latest changes. Guarded by the store.
final class Shelf {

    private static final int MOST_EVENTS = 2000;
    /// Each event holds its whole object, and a Workflow of hundreds of targets has thousands of nodes.
    private static final int MOST_NODES = 20_000;

    private final Kind kind;
    private final NavigableMap<String, ObjectNode> objects = new TreeMap<>();
    private final Deque<WatchEvent> history = new ArrayDeque<>();
    private int nodes;
    private long forgotten = KubeStore.FIRST_VERSION;

    Shelf(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    ObjectNode get(String namespace, String name) {
        return objects.get(key(namespace, name));
    }

    boolean contains(ObjectNode object) {
        return objects.containsKey(key(object));
    }

    void put(ObjectNode object) {
        objects.put(key(object), object);
    }

    void remove(ObjectNode object) {
        objects.remove(key(object));
    }

    Collection<ObjectNode> list(String namespace) {
        return namespace.isEmpty() ? objects.values() : objects.subMap(namespace + "/", namespace + "0").values();
    }

    List<ObjectNode> ownedBy(String uid) {
        return objects.values().stream().filter(object -> isOwnedBy(object, uid)).toList();
    }

    private static boolean isOwnedBy(ObjectNode object, String uid) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (owner.path("uid").asString("").equals(uid)) {
                return true;
            }
        }
        return false;
    }

    void remember(WatchEvent event) {
        history.addLast(event);
        nodes += nodesOf(event);
        while (history.size() > MOST_EVENTS || (nodes > MOST_NODES && history.size() > 1)) {
            WatchEvent oldest = history.removeFirst();
            nodes -= nodesOf(oldest);
            forgotten = oldest.resourceVersion();
        }
    }

    private static int nodesOf(WatchEvent event) {
        return event.object().path("status").path("nodes").size();
    }

    List<WatchEvent> since(long resourceVersion) {
        if (resourceVersion < forgotten) {
            throw KubeException.expired(resourceVersion);
        }
        return history.stream().filter(event -> event.resourceVersion() > resourceVersion).toList();
    }

    private static String key(ObjectNode object) {
        return key(ObjectMeta.namespace(object), ObjectMeta.name(object));
    }

    // '/' sorts right before '0', so a namespace is one range of the map.
    private static String key(String namespace, String name) {
        return namespace + "/" + name;
    }
}
