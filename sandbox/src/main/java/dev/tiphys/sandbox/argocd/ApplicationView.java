package dev.tiphys.sandbox.argocd;

import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

/// Applications with the health of their resources, which the controller keeps beside them.
record ApplicationView(LiveObjects live) {

    ObjectNode whole(Application application) {
        Map<ResourceKey, Health> health = new HashMap<>();
        for (LiveObject object : live.of(application.name())) {
            if (object.managed()) {
                HealthChecks.check(object.json()).ifPresent(found -> health.put(object.key(), found));
            }
        }
        return WireObject.withResourceHealth(application.json(), health);
    }
}
