package dev.tiphys.sandbox.kubeapi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.kube.KubeException;
import dev.tiphys.sandbox.kube.WatchEvent;

/// Watches: one line of JSON for each change, until the client leaves or its time is up.
final class ObjectWatches {

    private static final Duration BOOKMARKS = Duration.ofSeconds(30);

    private final World world;

    ObjectWatches(World world) {
        this.world = world;
    }

    void watch(Request request, ApiPath path) throws IOException, InterruptedException {
        if (request.header("Upgrade").orElse("").equalsIgnoreCase("websocket")) {
            // The answer of servers without WebSockets that sends clients back to plain HTTP.
            request.answer(200, "text/plain", "watch over plain HTTP");
            return;
        }
        Predicate<JsonNode> selector = Selector.of(request).and(inNamespace(path));
        BlockingQueue<WatchEvent> events = new LinkedBlockingQueue<>();
        long version = version(request.query("resourceVersion").orElse(""));
        AutoCloseable subscription;
        try {
            subscription = subscribe(path, version, events);
        } catch (KubeException expired) {
            OutputStream out = request.stream(200, "application/json");
            write(out, "ERROR", ApiRefusal.status(expired));
            out.close();
            return;
        }
        try (AutoCloseable _ = subscription; OutputStream out = request.stream(200, "application/json")) {
            out.flush();
            send(request, path, events, new WatchFilter(selector), out);
        } catch (IOException | InterruptedException | RuntimeException ended) {
            throw ended;
        } catch (Exception impossible) {
            throw new IllegalStateException("a watch of the store did not end", impossible);
        }
    }

    private static Predicate<JsonNode> inNamespace(ApiPath path) {
        return object -> path.namespace().isEmpty()
                || object.path("metadata").path("namespace").asString("").equals(path.namespace());
    }

    private static long version(String text) {
        if (!text.matches("\\d{0,18}")) {
            throw ApiRefusal.invalid("resourceVersion: Invalid value: \"" + text + "\": strconv.ParseUint: parsing \""
                    + text + "\": invalid syntax");
        }
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private AutoCloseable subscribe(ApiPath path, long version, BlockingQueue<WatchEvent> events) {
        if (version > 0) {
            return world.store().watchSince(path.cluster(), path.kind(), version, events::add);
        }
        synchronized (world.store()) {
            for (ObjectNode object : world.store().list(path.cluster(), path.kind(), path.namespace())) {
                events.add(new WatchEvent(WatchEvent.Type.ADDED, object,
                        object.path("metadata").path("resourceVersion").asLong(0)));
            }
            return world.store().watch(path.cluster(), path.kind(), events::add);
        }
    }

    private void send(Request request, ApiPath path, BlockingQueue<WatchEvent> events, WatchFilter filter,
            OutputStream out) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(timeout(request)).toNanos();
        boolean bookmarks = request.query("allowWatchBookmarks").map(Boolean::parseBoolean).orElse(false);
        Rendering rendering = new Rendering(request, world.clock());
        while (System.nanoTime() < end) {
            long left = Math.min(end - System.nanoTime(), BOOKMARKS.toNanos());
            @Nullable
            WatchEvent event = events.poll(left, TimeUnit.NANOSECONDS);
            if (event != null) {
                String type = filter.typeOf(event);
                if (!type.isEmpty()) {
                    write(out, type, rendering.one(path.kind(), event.object()));
                }
            } else if (bookmarks) {
                write(out, "BOOKMARK", bookmark(path));
            }
        }
    }

    private ObjectNode bookmark(ApiPath path) {
        ObjectNode bookmark = JsonMapper.shared().createObjectNode().put("kind", path.kind().name())
                .put("apiVersion", path.kind().apiVersion());
        bookmark.putObject("metadata").put("resourceVersion", Long.toString(world.store().resourceVersion()));
        return bookmark;
    }

    private static long timeout(Request request) {
        String seconds = request.query("timeoutSeconds").orElse("");
        return seconds.matches("\\d{1,6}") ? Long.parseLong(seconds) : Duration.ofHours(1).toSeconds();
    }

    private static void write(OutputStream out, String type, JsonNode object) throws IOException {
        ObjectNode event = JsonMapper.shared().createObjectNode().put("type", type);
        event.set("object", object);
        out.write((event + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
