package dev.tiphys.sandbox.argocd;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tiphys.sandbox.World;

/// The latest Kubernetes events that Argo CD wrote about each Application.
final class EventLog {

    private static final int KEPT = 50;

    private final World world;
    private final Map<String, Deque<Entry>> entries = new ConcurrentHashMap<>();

    EventLog(World world) {
        this.world = world;
    }

    /// One event, such as `OperationStarted`.
    record Entry(String at, String type, String reason, String message, String component) {}

    void record(String application, String reason, String message) {
        add(application, reason, message, "argocd-application-controller");
    }

    void recordByServer(String application, String reason, String message) {
        add(application, reason, message, "argocd-server");
    }

    private void add(String application, String reason, String message, String component) {
        String at = world.clock().now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
        Deque<Entry> those = entries.computeIfAbsent(application, key -> new ArrayDeque<>());
        synchronized (those) {
            those.addLast(new Entry(at, "Normal", reason, message, component));
            if (those.size() > KEPT) {
                those.removeFirst();
            }
        }
    }

    List<Entry> of(String application) {
        Deque<Entry> those = entries.getOrDefault(application, new ArrayDeque<>());
        synchronized (those) {
            return List.copyOf(those);
        }
    }
}
