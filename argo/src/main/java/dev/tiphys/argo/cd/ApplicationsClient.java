package dev.tiphys.argo.cd;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.WatchPolicy;
import dev.tiphys.argo.http.Call;
import dev.tiphys.argo.http.Follower;
import dev.tiphys.argo.http.Transport;
import dev.tiphys.argo.json.JsonView;

/// [Applications] over HTTP. `project` goes with every call, else Argo CD answers 403 for all that is missing.
final class ApplicationsClient implements Applications {

    /// The fixed whitelist of the list call; `items.spec` must not be mixed with parts of it.
    static final String LIST_FIELDS = String.join(",", "items.metadata.name", "items.metadata.namespace",
            "items.metadata.labels", "items.metadata.annotations", "items.metadata.creationTimestamp",
            "items.metadata.deletionTimestamp", "items.spec", "items.status.sync.status", "items.status.sync.revision",
            "items.status.health", "items.status.summary", "items.status.operationState.phase",
            "items.status.operationState.startedAt", "items.status.operationState.finishedAt");

    private final Transport transport;
    private final WatchPolicy policy;

    ApplicationsClient(Transport transport, WatchPolicy policy) {
        this.transport = transport;
        this.policy = policy;
    }

    @Override
    public List<ApplicationSummary> list(String labelSelector) {
        Call call = Call.get("list applications", labelSelector, "api", "v1", "applications")
                .withOptional("selector", labelSelector).with("fields", LIST_FIELDS);
        return transport.send(call).items("items").map(ApplicationReader::summary).toList();
    }

    @Override
    public Subscription watch(String labelSelector, ApplicationWatcher watcher) {
        ApplicationFeed feed = new ApplicationFeed(transport, this, labelSelector, watcher);
        return Follower.start("watch " + transport.system(), policy, feed);
    }

    @Override
    public Application get(ApplicationRef application) {
        return ApplicationReader.application(transport.send(scoped(read("get application", application), application)));
    }

    @Override
    public Application refresh(ApplicationRef application, Duration deadline) {
        Call call = scoped(read("refresh application", application), application).with("refresh", "normal")
                .withHeader("Grpc-Timeout", Math.max(1, deadline.toMillis()) + "m")
                .withDeadline(deadline.plusSeconds(2));
        return ApplicationReader.application(transport.send(call));
    }

    @Override
    public Application patch(ApplicationRef application, String patch) {
        ObjectNode body = body(application).put("patch", patch).put("patchType", "merge");
        Call call = call("PATCH", "patch application", application).withBody(JsonView.write(body));
        return ApplicationReader.application(transport.send(call));
    }

    @Override
    public String sync(ApplicationRef application, Map<String, String> infos) {
        ObjectNode body = body(application);
        ArrayNode list = body.putArray("infos");
        infos.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(info -> list.addObject().put("name", info.getKey()).put("value", info.getValue()));
        Call call = call("POST", "sync application", application, "sync").withBody(JsonView.write(body));
        return transport.send(call).text("operation", "sync", "revision");
    }

    @Override
    public void terminate(ApplicationRef application) {
        transport.send(scoped(call("DELETE", "terminate operation", application, "operation"), application));
    }

    @Override
    public List<String> manifests(ApplicationRef application) {
        return transport.send(scoped(read("render manifests", application, "manifests"), application))
                .texts("manifests");
    }

    static Call read(String verb, ApplicationRef application, String... rest) {
        return call("GET", verb, application, rest);
    }

    static Call call(String method, String verb, ApplicationRef application, String... rest) {
        String[] path = Stream.concat(Stream.of("api", "v1", "applications", application.name()), Stream.of(rest))
                .toArray(String[]::new);
        return Call.of(method, verb, application.toString(), path);
    }

    /// The two query parameters that say which Application is meant.
    static Call scoped(Call call, ApplicationRef application) {
        return call.with("project", application.project()).withOptional("appNamespace", application.namespace());
    }

    /// The same two in a body.
    static ObjectNode body(ApplicationRef application) {
        ObjectNode body = JsonView.object().put("project", application.project());
        return application.namespace().isEmpty() ? body : body.put("appNamespace", application.namespace());
    }
}
