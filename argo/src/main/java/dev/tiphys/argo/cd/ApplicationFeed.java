package dev.tiphys.argo.cd;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.http.Call;
import dev.tiphys.argo.http.Follower;
import dev.tiphys.argo.http.LineStream;
import dev.tiphys.argo.http.Transport;
import dev.tiphys.argo.json.JsonView;

/// The stream of Applications. It is opened without a resource version, so that it begins with all of them and the gap
/// between list and stream is closed.
final class ApplicationFeed implements Follower.Feed {

    /// Paths on a stream are free and carry the envelope. Equal events are dropped by the server, so that a narrow
    /// choice also makes the stream quiet.
    static final String STREAM_FIELDS = "result.type," + Arrays.stream(ApplicationsClient.LIST_FIELDS.split(","))
            .map(field -> field.replaceFirst("^items", "result.application")).collect(Collectors.joining(","));

    private final Transport transport;
    private final Applications applications;
    private final String labelSelector;
    private final ApplicationWatcher watcher;

    ApplicationFeed(Transport transport, Applications applications, String labelSelector, ApplicationWatcher watcher) {
        this.transport = transport;
        this.applications = applications;
        this.labelSelector = labelSelector;
        this.watcher = watcher;
    }

    @Override
    public void list() {
        watcher.listed(applications.list(labelSelector));
    }

    @Override
    public Supplier<LineStream> open() {
        return () -> transport
                .open(Call.get("stream applications", labelSelector, "api", "v1", "stream", "applications")
                        .withOptional("selector", labelSelector).with("fields", STREAM_FIELDS)
                        .withHeader("Accept", "text/event-stream"));
    }

    @Override
    public Consumer<JsonView> events() {
        return event -> {
            ApplicationSummary application = ApplicationReader.summary(event.at("application"));
            switch (event.text("type")) {
                case "DELETED" -> watcher.deleted(application.ref());
                default -> watcher.changed(application);
            }
        };
    }

    @Override
    public void interrupted(ArgoException reason) {
        watcher.interrupted(reason);
    }
}
