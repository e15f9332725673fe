package dev.tiphys.sandbox.fleet;

import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The ApplicationSet that makes a component's Applications: one for each cluster that has an environment. What
/// promotions change is left alone by it.
final class ApplicationSetManifest {

    private static final String SET = """
            {"apiVersion": "argoproj.io/v1alpha1", "kind": "ApplicationSet",
             "metadata": {"name": "${name}", "namespace": "argocd"},
             "spec": {"goTemplate": true, "goTemplateOptions": ["missingkey=error"],
              "generators": [{"clusters": {"selector":
               {"matchExpressions": [{"key": "environment", "operator": "Exists"}]}}}],
              "ignoreApplicationDifferences": [{"jsonPointers": ["${pointer}"]}],
              "template": {
               "metadata": {"name": "${name}-{{.name}}",
                "labels": {"tiphys.dev/service": "${name}", "tiphys.dev/team": "${team}"},
                "annotations": {"tiphys.dev/image": "${image}", "tiphys.dev/mechanism": "${mechanism}",
                 "tiphys.dev/link.dashboard": "https://grafana.example/d/${name}?var-cluster={{.name}}",
                 "tiphys.dev/link.runbook": "https://runbooks.example/${name}",
                 "tiphys.dev/link.compare": "https://git.example/${name}/compare/{from}...{to}"}},
               "spec": {"project": "${project}", "destination": {"server": "{{.server}}", "namespace": "${namespace}"},
                "source": {"repoURL": "${repo}"}, "syncPolicy": {"syncOptions": ["CreateNamespace=true"]}}}}}""";

    private final Component component;

    ApplicationSetManifest(Component component) {
        this.component = component;
    }

    ObjectNode object() {
        ObjectNode set = Template.fill(SET, Map.of("name", component.name(), "team", component.owner().team(), "image",
                component.image(), "mechanism", component.mechanism().word(), "project", component.owner().project(),
                "namespace", component.owner().namespace(), "repo", component.repoUrl(), "pointer", pointer()));
        ObjectNode template = (ObjectNode) set.path("spec").path("template");
        if (component.mechanism() == Component.Mechanism.HELM_PARAMETER) {
            ((ObjectNode) template.path("metadata").path("annotations")).put("tiphys.dev/parameter", "image.tag");
        }
        setVersion((ObjectNode) template.path("spec").path("source"), "{{.name}}", component.usualVersion());
        return set;
    }

    private String pointer() {
        return switch (component.mechanism()) {
            case KUSTOMIZE_IMAGE -> "/spec/source/kustomize";
            case HELM_PARAMETER -> "/spec/source/helm";
            case TARGET_REVISION -> "/spec/source/targetRevision";
        };
    }

    /// Completes a source with the component's place and version.
    private void setVersion(ObjectNode source, String cluster, String version) {
        switch (component.mechanism()) {
            case KUSTOMIZE_IMAGE -> {
                source.put("path", "overlays/" + cluster).put("targetRevision", "main");
                source.putObject("kustomize").putArray("images").add(component.image(version));
            }
            case HELM_PARAMETER -> {
                source.put("path", "chart").put("targetRevision", "main");
                source.putObject("helm").putArray("parameters").addObject().put("name", "image.tag")
                        .put("value", version);
            }
            case TARGET_REVISION -> source.put("chart", component.name()).put("targetRevision", version);
        }
    }

    /// The Application that the set's controller makes for a cluster, at a version.
    ObjectNode application(Member member, String version) {
        ObjectNode set = object();
        JsonNode template = set.path("spec").path("template");
        setVersion((ObjectNode) template.path("spec").path("source"), member.name(), version);
        String text = template.toString().replace("{{.name}}", member.name()).replace("{{.server}}", member.server());
        ObjectNode filled = (ObjectNode) JsonMapper.shared().readTree(text);
        ObjectNode application = JsonMapper.shared().createObjectNode().put("apiVersion", "argoproj.io/v1alpha1")
                .put("kind", "Application");
        ObjectNode meta = (ObjectNode) filled.path("metadata");
        meta.put("namespace", "argocd").putArray("finalizers").add("resources-finalizer.argocd.argoproj.io");
        application.set("metadata", meta);
        application.set("spec", filled.path("spec"));
        return application;
    }
}
