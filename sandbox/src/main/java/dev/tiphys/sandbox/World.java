package dev.tiphys.sandbox;

import java.util.function.Consumer;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.kube.WatchEvent;
import dev.tiphys.sandbox.time.SimClock;

/// What all parts of the sandbox share: its time and the memory of its clusters. Whoever changes the world in answer to
/// an event does so on the clock's thread, one thing after the other.
public record World(SimClock clock, KubeStore store) {

    /// The cluster that holds the Argo control planes.
    public static final String HUB = "hub";

    /// Hears the changes of a kind on the world's own thread, where it may act on them.
    public AutoCloseable follow(String cluster, Kind kind, Consumer<WatchEvent> controller) {
        return store.watch(cluster, kind, event -> clock.execute(() -> controller.accept(event)));
    }
}
