package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.kube.WatchEvent;

/// The stream of Applications.
final class ApplicationStreamApi {

    private static final long KEEP_ALIVE_MILLIS = 15_000;

    private final ApplicationStore applications;
    private final ApplicationView view;
    private final ApplicationFeed feed;

    ApplicationStreamApi(ApplicationStore applications, ApplicationView view, ApplicationFeed feed) {
        this.applications = applications;
        this.view = view;
        this.feed = feed;
    }

    void mount(Gateway gateway) {
        gateway.stream("/v1/stream/applications", this::watch);
    }

    private void watch(Call call) throws IOException, InterruptedException {
        ApplicationQuery query = ApplicationQuery.of(call);
        long since = resourceVersion(call);
        try (StreamWriter writer = new StreamWriter(call)) {
            Sender sender = new Sender(writer, call.query("fields"));
            if (since == 0 || !query.name().isEmpty()) {
                for (ObjectNode json : applications.all()) {
                    if (query.matches(new Application(json))) {
                        sender.send("ADDED", json);
                    }
                }
            }
            follow(call, query, since, sender);
        }
    }

    private static long resourceVersion(Call call) {
        try {
            return call.query("resourceVersion").isEmpty() ? 0 : Long.parseLong(call.query("resourceVersion"));
        } catch (NumberFormatException ignored) {
            return 0;
        }
    }

    // The snapshot is taken before the subscription: what happens in between is lost, as in the real server.
    private void follow(Call call, ApplicationQuery query, long since, Sender sender)
            throws IOException, InterruptedException {
        try (ApplicationFeed.Subscriber subscriber = feed.subscribe()) {
            while (!subscriber.isDropped()) {
                WatchEvent event = next(call, subscriber);
                if (event == null) {
                    call.deadline().check();
                    sender.writer.keepAlive();
                } else if (event.resourceVersion() >= since && query.matches(new Application(event.object()))) {
                    sender.send(event.type().name(), event.object());
                }
            }
        }
    }

    private static @Nullable WatchEvent next(Call call, ApplicationFeed.Subscriber subscriber)
            throws InterruptedException {
        try {
            return subscriber.poll(Math.min(KEEP_ALIVE_MILLIS, call.deadline().remaining().toMillis() + 1));
        } catch (InterruptedException interrupted) {
            if (subscriber.isDropped()) {
                return null;
            }
            throw interrupted;
        }
    }

    private final class Sender {

        private final StreamWriter writer;
        private final @Nullable JsonFields fields;
        private final Map<String, JsonNode> last = new HashMap<>();

        Sender(StreamWriter writer, String fields) {
            this.writer = writer;
            this.fields = fields.isEmpty() ? null : JsonFields.parse(fields);
        }

        // An event that looks like the last one of the same name is not sent.
        void send(String type, ObjectNode json) throws IOException {
            ObjectNode entry = JsonNodeFactory.instance.objectNode();
            entry.putObject("result").put("type", type).set("application", view.whole(new Application(json)));
            JsonNode shown = fields == null ? entry : fields.of(entry);
            if (fields == null || !shown.equals(last.put(ObjectMeta.name(json), shown))) {
                writer.write(shown);
            }
        }
    }
}
