package dev.tiphys.sandbox.events;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// The event bus, event source and sensor as objects of the hub, where they can be looked at. What they say is what the
/// sandbox does; changing them changes nothing.
final class EventsObjects {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EventsObjects() {
    }

    static void create(World world) {
        String now = world.clock().now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml())) {
            ObjectNode object = (ObjectNode) JSON.readTree(JSON.writeValueAsString(document));
            object.path("status").path("conditions")
                    .forEach(condition -> ((ObjectNode) condition).put("lastTransitionTime", now));
            Kind kind = Kind.find(object.path("apiVersion").asString(), object.path("kind").asString()).orElseThrow();
            String namespace = ObjectMeta.namespace(object);
            if (world.store().find(World.HUB, kind, namespace, ObjectMeta.name(object)).isEmpty()) {
                world.store().create(World.HUB, object);
            }
        }
    }

    private static String yaml() {
        try (InputStream file = EventsObjects.class.getResourceAsStream("argo-events.yaml")) {
            if (file == null) {
                throw new IllegalStateException("argo-events.yaml is missing from the sandbox's jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException("argo-events.yaml cannot be read", failure);
        }
    }
}
