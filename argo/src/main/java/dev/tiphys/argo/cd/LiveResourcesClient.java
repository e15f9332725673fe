package dev.tiphys.argo.cd;

import java.util.Comparator;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.http.Call;
import dev.tiphys.argo.http.Transport;
import dev.tiphys.argo.json.JsonView;

/// [LiveResources] over HTTP.
final class LiveResourcesClient implements LiveResources {

    private final Transport transport;

    LiveResourcesClient(Transport transport) {
        this.transport = transport;
    }

    @Override
    public List<ResourceNode> tree(ApplicationRef application) {
        Call call = ApplicationsClient.read("get resource tree", application, "resource-tree");
        return transport.send(ApplicationsClient.scoped(call, application)).items("nodes")
                .map(LiveResourcesClient::resource).toList();
    }

    @Override
    public String get(ApplicationRef application, ResourceRef resource) {
        Call call = ApplicationsClient.read("get live resource", application, "resource");
        return transport.send(addressed(call, application, resource)).text("manifest");
    }

    @Override
    public List<ResourceAction> actions(ApplicationRef application, ResourceRef resource) {
        Call call = ApplicationsClient.read("list actions", application, "resource", "actions");
        return transport.send(addressed(call, application, resource)).items("actions")
                .map(action -> new ResourceAction(action.text("name"), action.flag("disabled")))
                .sorted(Comparator.comparing(ResourceAction::name)).toList();
    }

    @Override
    public void run(ApplicationRef application, ResourceRef resource, String action) {
        ObjectNode body = ApplicationsClient.body(application).put("namespace", resource.namespace())
                .put("resourceName", resource.name()).put("version", resource.version())
                .put("group", resource.group()).put("kind", resource.kind()).put("action", action);
        Call call = ApplicationsClient.call("POST", "run action " + action, application, "resource", "actions", "v2");
        try {
            transport.send(call.withBody(JsonView.write(body)));
        } catch (ArgoException.NotFound e) {
            if (!isMissingRoute(e)) {
                throw e;
            }
            runBefore31(application, resource, action);
        }
    }

    @Override
    public List<String> logTail(ApplicationRef application, ResourceRef pod, int lines) {
        Call call = ApplicationsClient.read("read log", application, "logs");
        Call asked = ApplicationsClient.scoped(call, application).with("namespace", pod.namespace())
                .with("podName", pod.name()).with("tailLines", Integer.toString(lines)).with("follow", "false");
        return LogEnd.read(transport.open(asked), lines);
    }

    /// Servers before 3.1 know only the old form: the action alone, as a JSON text.
    private void runBefore31(ApplicationRef application, ResourceRef resource, String action) {
        Call call = ApplicationsClient.call("POST", "run action " + action, application, "resource", "actions");
        transport.send(addressed(call, application, resource)
                .withBody(JsonView.write(StringNode.valueOf(action))));
    }

    /// An unknown path answers a bare `Not Found`, where a missing object is named.
    private static boolean isMissingRoute(ArgoException.NotFound failure) {
        return String.valueOf(failure.getMessage()).strip().endsWith(": Not Found");
    }

    private static Call addressed(Call call, ApplicationRef application, ResourceRef resource) {
        return ApplicationsClient.scoped(call, application).with("namespace", resource.namespace())
                .with("resourceName", resource.name()).with("version", resource.version())
                .with("group", resource.group()).with("kind", resource.kind());
    }

    private static ResourceNode resource(JsonView node) {
        ResourceRef ref = new ResourceRef(node.text("group"), node.text("version"), node.text("kind"),
                node.text("namespace"), node.text("name"));
        List<String> parents = node.items("parentRefs").map(parent -> parent.text("uid")).toList();
        return new ResourceNode(ref, node.text("uid"), parents, node.text("health", "status"),
                node.text("health", "message"), node.texts("images"));
    }
}
