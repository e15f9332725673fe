package dev.tiphys.sandbox.argocd;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The switch by which a member cluster goes away and comes back, as Argo CD sees it.
public final class ClusterReachability {

    private final Set<String> away = ConcurrentHashMap.newKeySet();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /// From now on no call reaches `cluster` (its Argo CD name).
    public void cutOff(String cluster) {
        if (away.add(cluster)) {
            listeners.forEach(listener -> listener.accept(cluster));
        }
    }

    public void restore(String cluster) {
        if (away.remove(cluster)) {
            listeners.forEach(listener -> listener.accept(cluster));
        }
    }

    public boolean isReachable(String cluster) {
        return !away.contains(cluster);
    }

    public Set<String> away() {
        return Set.copyOf(away);
    }

    void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }
}
