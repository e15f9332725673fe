package dev.tiphys.sandbox.kubeapi;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.kube.WatchEvent;

/// Removes what is in a namespace of the hub once that is deleted.
public final class NamespaceCleaner {

    private NamespaceCleaner() {
    }

    /// Closing the answer ends it.
    public static AutoCloseable start(World world) {
        return world.follow(World.HUB, Kind.NAMESPACE, event -> {
            if (event.type() == WatchEvent.Type.DELETED) {
                clean(world, ObjectMeta.name(event.object()));
            }
        });
    }

    private static void clean(World world, String namespace) {
        Kind.all().stream().filter(Kind::namespaced)
                .forEach(kind -> world.store().list(World.HUB, kind, namespace).stream().map(ObjectMeta::name)
                        .filter(name -> world.store().find(World.HUB, kind, namespace, name).isPresent())
                        .forEach(name -> world.store().delete(World.HUB, kind, namespace, name)));
    }
}
