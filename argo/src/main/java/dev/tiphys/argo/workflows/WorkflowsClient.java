package dev.tiphys.argo.workflows;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.WatchPolicy;
import dev.tiphys.argo.http.Call;
import dev.tiphys.argo.http.Endpoint;
import dev.tiphys.argo.http.Follower;
import dev.tiphys.argo.http.Transport;
import dev.tiphys.argo.hub.Hub;
import dev.tiphys.argo.hub.HubClient;
import dev.tiphys.argo.json.JsonView;

/// Argo Workflows over the Argo Server's REST API, and over Kubernetes where that API does too much or nothing.
public final class WorkflowsClient implements Workflows {

    /// What a run without nodes consists of.
    static final List<String> NARROW = List.of("metadata.name", "metadata.namespace", "metadata.uid",
            "metadata.resourceVersion", "metadata.labels", "metadata.annotations", "metadata.creationTimestamp",
            "spec.suspend", "spec.shutdown", "status.phase", "status.message", "status.progress", "status.startedAt",
            "status.finishedAt");

    private static final String LIST_FIELDS = "metadata," + String.join(",",
            NARROW.stream().map(field -> "items." + field).toList());

    private final Transport transport;
    private final WatchPolicy policy;
    private final WorkflowControlClient control;
    private final WorkflowTemplatesClient templates;

    private WorkflowsClient(Transport transport, WatchPolicy policy, Hub hub) {
        this.transport = transport;
        this.policy = policy;
        this.control = new WorkflowControlClient(transport, hub);
        this.templates = new WorkflowTemplatesClient(transport);
    }

    /// Makes no call yet.
    public static Workflows connect(WorkflowsConnection connection) {
        Transport transport = new Transport(new Endpoint("workflows " + connection.name(), connection.uri(),
                connection.token(), connection.deadline(), connection.listener()));
        return new WorkflowsClient(transport, connection.watch(), HubClient.connect(connection.hub()));
    }

    @Override
    public WorkflowRun create(String namespace, String manifest) {
        ObjectNode body = JsonView.object();
        body.set("workflow", JsonView.parse(manifest).node());
        Call call = Call.of("POST", "create workflow", namespace, "api", "v1", "workflows", namespace)
                .withBody(JsonView.write(body));
        return WorkflowReader.run(transport.send(call));
    }

    @Override
    public List<String> lint(String namespace, String manifest) {
        Call call = Call.of("POST", "lint workflow", namespace, "api", "v1", "workflows", namespace, "lint");
        return Verdict.of(transport, call, "workflow", namespace, manifest, Set.of(400, 404, 500));
    }

    @Override
    public WorkflowRun get(String namespace, String name) {
        return WorkflowReader.run(read(namespace, name));
    }

    @Override
    public String getText(String namespace, String name) {
        return JsonView.write(read(namespace, name).node());
    }

    private JsonView read(String namespace, String name) {
        return transport.send(Call.get("get workflow", namespace + "/" + name, "api", "v1", "workflows", namespace,
                name));
    }

    @Override
    public List<WorkflowRun> list(String namespace, String labelSelector, int offset, int limit) {
        Call call = Call.get("list workflows", namespace, "api", "v1", "workflows", namespace)
                .withOptional("listOptions.labelSelector", labelSelector)
                .with("listOptions.limit", Integer.toString(limit))
                .withOptional("listOptions.continue", offset == 0 ? "" : Integer.toString(offset))
                .with("fields", LIST_FIELDS);
        return transport.send(call).items("items").map(WorkflowReader::run).toList();
    }

    @Override
    public Subscription watch(String namespace, String labelSelector, WorkflowWatcher watcher) {
        return Follower.start("watch " + transport.system(), policy,
                new WorkflowFeed(transport, this, namespace, labelSelector, watcher));
    }

    @Override
    public Subscription logs(String namespace, String name, String podName, boolean follow, LogReader reader) {
        Call call = Call.get("follow log", namespace + "/" + name, "api", "v1", "workflows", namespace, name, "log")
                .withOptional("podName", podName).with("logOptions.container", "main")
                .with("logOptions.follow", Boolean.toString(follow)).withHeader("Accept", "text/event-stream");
        return LogTail.start(transport.open(call), reader);
    }

    @Override
    public WorkflowControl control() {
        return control;
    }

    @Override
    public WorkflowTemplates templates() {
        return templates;
    }

    @Override
    public String version() {
        return transport.send(Call.get("get version", "", "api", "v1", "version")).text("version");
    }

    @Override
    public ServerInfo info() {
        JsonView info = transport.send(Call.get("get info", "", "api", "v1", "info"));
        return new ServerInfo(info.text("managedNamespace"),
                info.items("links").map(link -> link.text("url")).toList());
    }
}
