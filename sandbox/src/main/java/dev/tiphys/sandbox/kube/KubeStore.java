package dev.tiphys.sandbox.kube;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The memory of all API servers of the sandbox: the objects of each cluster with uid, resourceVersion, generation,
/// finalizers, owner references and watches, by the rules of Kubernetes. Every answer is a copy.
public final class KubeStore {

    /// The resource version before all others.
    static final long FIRST_VERSION = 1000;

    private final Clock clock;
    private final ObjectMeta meta;
    private final Map<String, Map<Kind, Shelf>> clusters = new TreeMap<>();
    private final Map<Shelf, List<Consumer<WatchEvent>>> listeners = new ConcurrentHashMap<>();
    private long version = FIRST_VERSION;

    public KubeStore(Clock clock, long seed) {
        this.clock = clock;
        this.meta = new ObjectMeta(seed);
    }

    public synchronized void addCluster(String name) {
        Map<Kind, Shelf> shelves = new ConcurrentHashMap<>();
        Kind.all().forEach(kind -> shelves.put(kind, new Shelf(kind)));
        clusters.put(name, shelves);
    }

    public synchronized List<String> clusters() {
        return List.copyOf(clusters.keySet());
    }

    public synchronized long resourceVersion() {
        return version;
    }

    /// Stores a new object and gives it uid, generation 1 and creationTimestamp.
    public synchronized ObjectNode create(String cluster, ObjectNode object) {
        Kind kind = kindOf(object);
        Shelf shelf = shelf(cluster, kind);
        ObjectNode stored = object.deepCopy();
        meta.initialise(stored, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        if (shelf.contains(stored)) {
            throw KubeException.alreadyExists(kind, ObjectMeta.name(stored));
        }
        put(shelf, stored, WatchEvent.Type.ADDED);
        return stored.deepCopy();
    }

    public synchronized Optional<ObjectNode> find(String cluster, Kind kind, String namespace, String name) {
        return Optional.ofNullable(shelf(cluster, kind).get(namespace, name)).map(ObjectNode::deepCopy);
    }

    /// The object, or a [KubeException] with status 404.
    public ObjectNode get(String cluster, Kind kind, String namespace, String name) {
        return find(cluster, kind, namespace, name).orElseThrow(() -> KubeException.notFound(kind, name));
    }

    /// All objects of a kind, by namespace and name; an empty namespace means all of them.
    public synchronized List<ObjectNode> list(String cluster, Kind kind, String namespace) {
        return shelf(cluster, kind).list(namespace).stream().map(ObjectNode::deepCopy).toList();
    }

    /// Replaces an object; a `metadata.resourceVersion` that is not the present one is a conflict.
    public synchronized ObjectNode replace(String cluster, ObjectNode object) {
        Kind kind = kindOf(object);
        String sent = object.path("metadata").path("resourceVersion").asString("");
        return update(cluster, kind, ObjectMeta.namespace(object), ObjectMeta.name(object), current -> {
            if (!sent.isEmpty() && !sent.equals(ObjectMeta.resourceVersion(current))) {
                throw KubeException.conflict(kind, ObjectMeta.name(object));
            }
            meta.replaceContent(current, object);
        });
    }

    /// Reads, changes and writes one object as a whole; a change that changes nothing makes no event. System fields
    /// (name, uid, creationTimestamp) cannot be changed.
    public synchronized ObjectNode update(String cluster, Kind kind, String namespace, String name,
            Consumer<ObjectNode> change) {
        Shelf shelf = shelf(cluster, kind);
        ObjectNode before = shelf.get(namespace, name);
        if (before == null) {
            throw KubeException.notFound(kind, name);
        }
        ObjectNode after = before.deepCopy();
        change.accept(after);
        meta.protect(before, after);
        if (after.equals(before)) {
            return after;
        }
        meta.countGeneration(kind, before, after);
        if (meta.isReleased(after)) {
            remove(cluster, shelf, after);
        } else {
            put(shelf, after, WatchEvent.Type.MODIFIED);
        }
        return after.deepCopy();
    }

    /// Merges `patch` into the object by RFC 7386.
    public ObjectNode mergePatch(String cluster, Kind kind, String namespace, String name, JsonNode patch) {
        return update(cluster, kind, namespace, name, object -> MergePatch.apply(object, patch));
    }

    /// Deletes an object and what it owns; with finalizers it is only marked, and goes when they are gone.
    public synchronized ObjectNode delete(String cluster, Kind kind, String namespace, String name) {
        Shelf shelf = shelf(cluster, kind);
        ObjectNode object = shelf.get(namespace, name);
        if (object == null) {
            throw KubeException.notFound(kind, name);
        }
        ObjectNode marked = object.deepCopy();
        meta.markDeleted(marked, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        if (meta.isReleased(marked)) {
            remove(cluster, shelf, marked);
        } else if (!marked.equals(object)) {
            put(shelf, marked, WatchEvent.Type.MODIFIED);
        }
        return marked.deepCopy();
    }

    /// Hears every change of a kind from now on. Listeners are called in order, while the store is locked: they must
    /// only pass the event on. Closing the answer ends it.
    public synchronized AutoCloseable watch(String cluster, Kind kind, Consumer<WatchEvent> listener) {
        List<Consumer<WatchEvent>> those = listeners.computeIfAbsent(shelf(cluster, kind), key -> new ArrayList<>());
        those.add(listener);
        return () -> {
            synchronized (this) {
                those.remove(listener);
            }
        };
    }

    /// As [#watch], after the changes later than `resourceVersion`; one that is too old is a [KubeException] 410.
    public synchronized AutoCloseable watchSince(String cluster, Kind kind, long resourceVersion,
            Consumer<WatchEvent> listener) {
        shelf(cluster, kind).since(resourceVersion).forEach(listener);
        return watch(cluster, kind, listener);
    }

    private void put(Shelf shelf, ObjectNode object, WatchEvent.Type type) {
        version++;
        ObjectMeta.stamp(object, version);
        shelf.put(object);
        announce(shelf, new WatchEvent(type, object, version));
    }

    private void remove(String cluster, Shelf shelf, ObjectNode object) {
        version++;
        ObjectMeta.stamp(object, version);
        shelf.remove(object);
        announce(shelf, new WatchEvent(WatchEvent.Type.DELETED, object, version));
        collectGarbage(cluster, ObjectMeta.uid(object));
    }

    private void collectGarbage(String cluster, String ownerUid) {
        for (Shelf shelf : shelves(cluster)) {
            for (ObjectNode owned : shelf.ownedBy(ownerUid)) {
                if (shelf.contains(owned)) {
                    delete(cluster, shelf.kind(), ObjectMeta.namespace(owned), ObjectMeta.name(owned));
                }
            }
        }
    }

    private void announce(Shelf shelf, WatchEvent event) {
        shelf.remember(event);
        for (Consumer<WatchEvent> listener : List.copyOf(listeners.getOrDefault(shelf, List.of()))) {
            listener.accept(event);
        }
    }

    private Kind kindOf(ObjectNode object) {
        String apiVersion = object.path("apiVersion").asString("");
        String name = object.path("kind").asString("");
        return Kind.find(apiVersion, name).orElseThrow(
                () -> KubeException
                        .badRequest("no kind \"" + name + "\" is registered for version \"" + apiVersion + "\""));
    }

    private Collection<Shelf> shelves(String cluster) {
        Map<Kind, Shelf> shelves = clusters.get(cluster);
        if (shelves == null) {
            throw new IllegalArgumentException("there is no cluster '" + cluster + "'");
        }
        return shelves.values();
    }

    private synchronized Shelf shelf(String cluster, Kind kind) {
        Map<Kind, Shelf> shelves = clusters.get(cluster);
        if (shelves == null) {
            throw new IllegalArgumentException("there is no cluster '" + cluster + "'");
        }
        Shelf shelf = shelves.get(kind);
        if (shelf == null) {
            throw new IllegalArgumentException("the API servers do not know " + kind);
        }
        return shelf;
    }
}
