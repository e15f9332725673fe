package dev.tiphys.sandbox.argocd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.kube.WatchEvent;

/// Argo CD's cache of the member clusters: which live objects belong to which Application, by tracking annotation or
/// through their owners. Objects are shared: read them, never change them.
final class LiveObjects {

    private static final Set<Kind> IGNORED = Set.of(Kind.EVENT, Kind.APPLICATION, Kind.APPLICATION_SET);

    /// Read after their owners, by which alone they are known to belong to an Application.
    private static final List<Kind> OWNED = List.of(Kind.REPLICA_SET, Kind.ANALYSIS_RUN, Kind.POD);

    private final KubeStore store;
    private final Set<String> watched = new HashSet<>();
    private final Map<String, LiveObject> byUid = new HashMap<>();
    private final Map<String, Map<String, LiveObject>> byApplication = new HashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    LiveObjects(KubeStore store) {
        this.store = store;
    }

    /// Hears the name of each Application whose live objects changed, while the store is locked.
    AutoCloseable onChange(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Begins to follow a member cluster, once.
    void follow(String member) {
        synchronized (store) {
            synchronized (this) {
                if (!watched.add(member)) {
                    return;
                }
            }
            Kind.all().stream().filter(kind -> !OWNED.contains(kind)).forEach(kind -> follow(member, kind));
            OWNED.forEach(kind -> follow(member, kind));
        }
    }

    private void follow(String member, Kind kind) {
        if (!IGNORED.contains(kind)) {
            store.list(member, kind, "").forEach(object -> put(member, kind, object));
            store.watch(member, kind, event -> hear(member, kind, event));
        }
    }

    /// All live objects of an Application, managed ones and what they own.
    synchronized List<LiveObject> of(String application) {
        return List.copyOf(byApplication.getOrDefault(application, Map.of()).values());
    }

    private void hear(String member, Kind kind, WatchEvent event) {
        String application = event.type() == WatchEvent.Type.DELETED
                ? remove(ObjectMeta.uid(event.object()))
                : put(member, kind, event.object());
        if (application != null) {
            listeners.forEach(listener -> listener.accept(application));
        }
    }

    private synchronized @Nullable String put(String member, Kind kind, ObjectNode object) {
        String tracking = object.path("metadata").path("annotations").path(Renderer.TRACKING).asString("");
        boolean managed = tracking.endsWith(Renderer.identity(object));
        String application = managed ? tracking.substring(0, tracking.indexOf(':')) : ownerOf(object);
        if (application != null) {
            LiveObject live = new LiveObject(application, member, kind, object, managed);
            byUid.put(live.uid(), live);
            byApplication.computeIfAbsent(application, key -> new LinkedHashMap<>()).put(live.uid(), live);
        }
        return application;
    }

    private @Nullable String ownerOf(ObjectNode object) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            LiveObject known = byUid.get(owner.path("uid").asString(""));
            if (known != null) {
                return known.application();
            }
        }
        return null;
    }

    private synchronized @Nullable String remove(String uid) {
        LiveObject gone = byUid.remove(uid);
        if (gone == null) {
            return null;
        }
        Map<String, LiveObject> others = byApplication.get(gone.application());
        if (others != null) {
            others.remove(uid);
            if (others.isEmpty()) {
                byApplication.remove(gone.application());
            }
        }
        return gone.application();
    }

    /// The images of all pods of an Application, sorted, each once.
    List<String> images(String application) {
        List<String> images = new ArrayList<>();
        for (LiveObject live : of(application)) {
            if (live.kind().equals(Kind.POD)) {
                for (JsonNode container : live.json().path("spec").path("containers")) {
                    images.add(container.path("image").asString(""));
                }
            }
        }
        return images.stream().distinct().sorted().toList();
    }
}
