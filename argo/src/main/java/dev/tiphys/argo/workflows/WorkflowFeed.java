package dev.tiphys.argo.workflows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.http.Call;
import dev.tiphys.argo.http.Follower;
import dev.tiphys.argo.http.LineStream;
import dev.tiphys.argo.http.Transport;
import dev.tiphys.argo.json.JsonView;

/// The watch of a namespace's workflows, without their nodes: a full event of a large one weighs megabytes.
final class WorkflowFeed implements Follower.Feed {

    private static final int PAGE = 500;
    private static final String FIELDS = "result.type," + WorkflowsClient.NARROW.stream()
            .map(field -> "result.object." + field).collect(Collectors.joining(","));

    private final Transport transport;
    private final Workflows workflows;
    private final String namespace;
    private final String labelSelector;
    private final WorkflowWatcher watcher;

    WorkflowFeed(Transport transport, Workflows workflows, String namespace, String labelSelector,
            WorkflowWatcher watcher) {
        this.transport = transport;
        this.workflows = workflows;
        this.namespace = namespace;
        this.labelSelector = labelSelector;
        this.watcher = watcher;
    }

    @Override
    public void list() {
        List<WorkflowRun> all = new ArrayList<>();
        List<WorkflowRun> page;
        // The answer's own "continue" forgets live workflows, so a short page is the only sign of the end.
        do {
            page = workflows.list(namespace, labelSelector, all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        watcher.listed(List.copyOf(all));
    }

    @Override
    public Supplier<LineStream> open() {
        return () -> transport.open(Call.get("watch workflows", namespace, "api", "v1", "workflow-events", namespace)
                .withOptional("listOptions.labelSelector", labelSelector).with("fields", FIELDS)
                .withHeader("Accept", "text/event-stream"));
    }

    @Override
    public Consumer<JsonView> events() {
        return event -> {
            WorkflowRun run = WorkflowReader.run(event.at("object"));
            switch (event.text("type")) {
                case "DELETED" -> watcher.deleted(run);
                default -> watcher.changed(run);
            }
        };
    }

    @Override
    public void interrupted(ArgoException reason) {
        watcher.interrupted(reason);
    }
}
