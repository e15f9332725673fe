package dev.tiphys.rollout;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.rollouts.RolloutView;

/// The latest look at each Rollout that moves.
@Component
class RolloutMemory {

    private final Map<ApplicationRef, RolloutView> views = new ConcurrentHashMap<>();

    Optional<RolloutView> find(ApplicationRef application) {
        return Optional.ofNullable(views.get(application));
    }

    /// Whether this look differs from the last one.
    boolean remember(ApplicationRef application, RolloutView view) {
        return !view.equals(views.put(application, view));
    }

    void keepOnly(Set<ApplicationRef> applications) {
        views.keySet().retainAll(applications);
    }
}
