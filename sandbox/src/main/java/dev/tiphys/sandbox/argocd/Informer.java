package dev.tiphys.sandbox.argocd;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.kube.WatchEvent;

/// The objects of one kind in Argo CD's namespace, always current and without copies: thousands of Applications are
/// listed from here. They are shared: read them, never change them.
final class Informer {

    static final String NAMESPACE = "argocd";

    private final ConcurrentNavigableMap<String, ObjectNode> objects = new ConcurrentSkipListMap<>();
    private final List<Consumer<WatchEvent>> listeners = new CopyOnWriteArrayList<>();

    private Informer() {
    }

    static Informer on(KubeStore store, Kind kind) {
        Informer informer = new Informer();
        synchronized (store) {
            store.list(World.HUB, kind, NAMESPACE).forEach(informer::put);
            store.watch(World.HUB, kind, informer::hear);
        }
        return informer;
    }

    Collection<ObjectNode> all() {
        return Collections.unmodifiableCollection(objects.values());
    }

    Optional<ObjectNode> find(String name) {
        return Optional.ofNullable(objects.get(name));
    }

    /// Hears each change after it is visible here. Listeners run while the store is locked: they must only pass the
    /// event on.
    AutoCloseable subscribe(Consumer<WatchEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void hear(WatchEvent event) {
        if (!ObjectMeta.namespace(event.object()).equals(NAMESPACE)) {
            return;
        }
        switch (event.type()) {
            case ADDED, MODIFIED -> put(event.object());
            case DELETED -> objects.remove(ObjectMeta.name(event.object()));
        }
        listeners.forEach(listener -> listener.accept(event));
    }

    private void put(ObjectNode object) {
        objects.put(ObjectMeta.name(object), object);
    }
}
