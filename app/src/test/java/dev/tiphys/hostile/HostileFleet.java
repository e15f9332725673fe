package dev.tiphys.hostile;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeStore;

/// Writes attacks into every text that Argo gives to the portal: whoever may write an Application, a workflow or the
/// name of a cluster can.
final class HostileFleet {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final KubeStore store;

    HostileFleet(HostileStage stage) {
        this.store = stage.sandbox().world().store();
    }

    /// As many Applications, clusters, ApplicationSets and workflows as there are payloads of these kinds.
    int spoil() {
        List<String> texts = new java.util.ArrayList<>(Payloads.markup());
        texts.addAll(Payloads.expressions());
        texts.addAll(Payloads.lines());
        int index = 0;
        for (String text : texts) {
            store.create(World.HUB, application(text, index));
            store.create(World.HUB, workflow(text, index));
            if (index < 12) {
                store.create(World.HUB, cluster(text, index));
            }
            index++;
        }
        return index;
    }

    /// All that is said about the nodes of a workflow that exists.
    void spoilWorkflow(String namespace, String name, String text) {
        store.update(World.HUB, kind("argoproj.io/v1alpha1", "Workflow"), namespace, name, workflow -> {
            ObjectNode status = workflow.withObjectProperty("status");
            status.put("message", text);
            status.withObjectProperty("nodes").properties().forEach(node -> {
                if (node.getValue() instanceof ObjectNode object) {
                    object.put("message", text);
                }
            });
        });
    }

    private static Kind kind(String version, String name) {
        return Kind.find(version, name).orElseThrow();
    }

    private static ObjectNode object(String kind, String namespace, String name) {
        ObjectNode object = JSON.createObjectNode().put("apiVersion", "argoproj.io/v1alpha1").put("kind", kind);
        object.putObject("metadata").put("namespace", namespace).put("name", name);
        return object;
    }

    private static ObjectNode application(String text, int index) {
        ObjectNode application = object("Application", "argocd", "hostile-" + index);
        ObjectNode meta = application.withObjectProperty("metadata");
        String service = index % 2 == 0 ? text : "hostile";
        meta.putObject("labels").put("tiphys.dev/service", service).put("tiphys.dev/team", text)
                .put("app.kubernetes.io/name", text).put(text, text);
        meta.putObject("annotations").put("tiphys.dev/mechanism", "kustomize-image").put("tiphys.dev/image", text)
                .put("argocd.argoproj.io/skip-reconcile", "true").put("link.argocd.argoproj.io/x", text)
                .put(text, text);
        meta.putArray("ownerReferences").addObject().put("apiVersion", "argoproj.io/v1alpha1")
                .put("kind", "ApplicationSet").put("name", text).put("uid", "none").put("controller", true);
        ObjectNode spec = application.putObject("spec").put("project", index % 3 == 0 ? text : "shop");
        ObjectNode source = spec.putObject("source").put("repoURL", text).put("path", text).put("targetRevision", text);
        source.putObject("kustomize").putArray("images").add(text + ":" + text);
        spec.putObject("destination").put("name", index % 2 == 0 ? "dev" : text).put("namespace", text);
        status(application.putObject("status"), text);
        return application;
    }

    private static void status(ObjectNode status, String text) {
        status.putObject("health").put("status", "Degraded").put("message", text);
        status.putObject("sync").put("status", "OutOfSync").put("revision", text);
        status.putObject("summary").putArray("images").add(text + ":" + text).add("registry.example/" + text);
        status.putArray("conditions").addObject().put("type", text).put("message", text);
        ObjectNode operation = status.putObject("operationState").put("phase", "Failed").put("message", text)
                .put("startedAt", "2026-11-27T10:00:00Z").put("finishedAt", "2026-11-27T10:00:01Z");
        operation.putObject("operation").putObject("initiatedBy").put("username", text);
        operation.putObject("syncResult").put("revision", text).putArray("resources").addObject().put("message", text)
                .put("name", text).put("kind", text);
        status.putArray("resources").addObject().put("kind", text).put("name", text).put("status", "OutOfSync")
                .putObject("health").put("status", "Degraded").put("message", text);
    }

    private static ObjectNode workflow(String text, int index) {
        ObjectNode workflow = object("Workflow", index % 2 == 0 ? "promotions" : "argo", "hostile-" + index);
        ObjectNode meta = workflow.withObjectProperty("metadata");
        meta.putObject("labels").put("workflows.argoproj.io/phase", "Failed").put("workflows.argoproj.io/completed",
                "true").put("tiphys.dev/service", text).put("workflows.argoproj.io/creator", text);
        meta.putObject("annotations").put("workflows.argoproj.io/title", text)
                .put("workflows.argoproj.io/description", text).put(text, text);
        ObjectNode spec = workflow.putObject("spec").put("entrypoint", "main");
        spec.putObject("arguments").putArray("parameters").addObject().put("name", "x").put("value", text);
        spec.putArray("templates").addObject().put("name", "main").putObject("container").put("image", text);
        ObjectNode status = workflow.putObject("status").put("phase", "Failed").put("message", text)
                .put("startedAt", "2026-11-27T10:00:00Z").put("finishedAt", "2026-11-27T10:00:09Z");
        ObjectNode node = status.putObject("nodes").putObject("hostile-" + index).put("id", "hostile-" + index)
                .put("name", text).put("displayName", text).put("type", "Pod").put("templateName", text)
                .put("phase", "Failed").put("message", text).put("startedAt", "2026-11-27T10:00:00Z");
        node.putObject("inputs").putArray("parameters").addObject().put("name", text).put("value", text);
        return workflow;
    }

    private static ObjectNode cluster(String text, int index) {
        ObjectNode secret = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Secret");
        ObjectNode meta = secret.putObject("metadata").put("namespace", "argocd").put("name", "hostile-" + index);
        meta.putObject("labels").put("argocd.argoproj.io/secret-type", "cluster").put("region", text).put(text, text);
        meta.putObject("annotations").put(text, text);
        secret.putObject("stringData").put("name", text).put("server", "https://hostile-" + index + ".example/" + text)
                .put("config", "{}");
        return secret;
    }
}
