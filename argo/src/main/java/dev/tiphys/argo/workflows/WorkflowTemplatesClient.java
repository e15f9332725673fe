package dev.tiphys.argo.workflows;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.http.Call;
import dev.tiphys.argo.http.Transport;
import dev.tiphys.argo.json.JsonView;

/// [WorkflowTemplates] over the Argo Server.
final class WorkflowTemplatesClient implements WorkflowTemplates {

    private final Transport transport;

    WorkflowTemplatesClient(Transport transport) {
        this.transport = transport;
    }

    @Override
    public List<Template> list(String namespace) {
        return transport.send(Call.get("list templates", namespace, "api", "v1", "workflow-templates", namespace))
                .items("items").map(WorkflowReader::template).toList();
    }

    @Override
    public Template get(String namespace, String name) {
        return WorkflowReader.template(transport.send(Call.get("get template", namespace + "/" + name, "api", "v1",
                "workflow-templates", namespace, name)));
    }

    @Override
    public Template create(String namespace, String manifest) {
        ObjectNode body = JsonView.object();
        body.set("template", JsonView.parse(manifest).node());
        Call call = Call.of("POST", "create template", namespace, "api", "v1", "workflow-templates", namespace)
                .withBody(JsonView.write(body));
        return WorkflowReader.template(transport.send(call));
    }

    @Override
    public List<String> lint(String namespace, String manifest) {
        Call call = Call.of("POST", "lint template", namespace, "api", "v1", "workflow-templates", namespace, "lint");
        return Verdict.of(transport, call, "template", namespace, manifest, Set.of(400, 404));
    }
}
