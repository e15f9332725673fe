package dev.tiphys.argo.hub;

import java.util.List;
import java.util.Map;

/// The hub cluster's own objects, as far as the portal needs them. All methods throw [dev.tiphys.argo.ArgoException].
public interface Hub extends AutoCloseable {

    /// The decoded values of a Secret.
    Map<String, String> secret(String namespace, String name);

    /// Merges `patch` (a JSON merge patch) into a Workflow. Safe to repeat; a Workflow has no status subresource.
    void patchWorkflow(String namespace, String name, String patch);

    /// The objects of Argo Events in a namespace, as they are watched over on the settings page.
    List<EventsObject> events(String namespace);

    @Override
    void close();

    /// An EventBus, EventSource or Sensor.
    ///
    /// @param failing `type: message` of each condition that is not True; empty for a sound object
    record EventsObject(String kind, String namespace, String name, List<String> failing) {

        public EventsObject {
            failing = List.copyOf(failing);
        }
    }
}
