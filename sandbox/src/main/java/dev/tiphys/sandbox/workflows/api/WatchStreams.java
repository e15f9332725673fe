package dev.tiphys.sandbox.workflows.api;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeException;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.kube.WatchEvent;
import dev.tiphys.sandbox.workflows.engine.Subscriptions;

/// The watches: of workflows, of Kubernetes Events, of event sources and sensors.
public final class WatchStreams {

    private static final long KEEP_ALIVE_SECONDS = 15;

    private final World world;
    private final Set<BlockingQueue<Optional<WatchEvent>>> open = ConcurrentHashMap.newKeySet();

    public WatchStreams(World world) {
        this.world = world;
    }

    /// Ends every open stream as an API server's time limit does: with the error `EOF`.
    public void endAll() {
        open.forEach(queue -> queue.add(Optional.empty()));
    }

    void mount(ArgoServer server) {
        server.on("GET", "/api/v1/workflow-events/{namespace}", call -> watch(call, Kind.WORKFLOW))
                .on("GET", "/api/v1/stream/events/{namespace}", call -> watch(call, Kind.EVENT))
                .on("GET", "/api/v1/stream/event-sources/{namespace}", call -> watch(call, Kind.EVENT_SOURCE))
                .on("GET", "/api/v1/stream/sensors/{namespace}", call -> watch(call, Kind.SENSOR));
    }

    private void watch(Call call, Kind kind) throws IOException, InterruptedException {
        EventStream stream = new EventStream(call);
        BlockingQueue<Optional<WatchEvent>> queue = new LinkedBlockingQueue<>();
        AutoCloseable subscription;
        WatchFilter filter;
        try {
            filter = WatchFilter.of(call, kind);
            subscription = subscribe(call, kind, queue);
        } catch (KubeException refusal) {
            stream.error(ArgoError.of(refusal));
            return;
        } catch (ArgoError refusal) {
            stream.error(refusal);
            return;
        }
        open.add(queue);
        try {
            forward(stream, queue, filter, kind);
        } finally {
            open.remove(queue);
            Subscriptions.end(subscription);
        }
    }

    private AutoCloseable subscribe(Call call, Kind kind, BlockingQueue<Optional<WatchEvent>> queue) {
        String version = call.query("listOptions.resourceVersion");
        if (!version.isEmpty() && !version.equals("0")) {
            if (!version.matches("\\d{1,18}")) {
                throw ArgoError.invalid("resourceVersion: Invalid value: \"" + version + "\"");
            }
            return world.store().watchSince(World.HUB, kind, Long.parseLong(version),
                    event -> queue.add(Optional.of(event)));
        }
        // One lock around list and watch: no change may fall between them.
        synchronized (world.store()) {
            for (ObjectNode object : world.store().list(World.HUB, kind, "")) {
                queue.add(Optional.of(new WatchEvent(WatchEvent.Type.ADDED, object,
                        Long.parseLong(ObjectMeta.resourceVersion(object)))));
            }
            return world.store().watch(World.HUB, kind, event -> queue.add(Optional.of(event)));
        }
    }

    private static void forward(EventStream stream, BlockingQueue<Optional<WatchEvent>> queue, WatchFilter filter,
            Kind kind) throws IOException, InterruptedException {
        while (true) {
            Optional<WatchEvent> event = queue.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
            if (event == null) {
                stream.keepAlive();
            } else if (event.isEmpty()) {
                stream.error(new ArgoError(8, "EOF"));
                stream.close();
                return;
            } else if (filter.passes(event.get().object())) {
                stream.result(envelope(event.get(), kind));
            }
        }
    }

    private static JsonNode envelope(WatchEvent event, Kind kind) {
        if (kind.equals(Kind.EVENT)) {
            ObjectNode bare = event.object().deepCopy();
            bare.remove("apiVersion");
            bare.remove("kind");
            return bare;
        }
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("type", event.type().name());
        envelope.set("object", Shapes.answer(kind.name(), event.object()));
        return envelope;
    }
}
