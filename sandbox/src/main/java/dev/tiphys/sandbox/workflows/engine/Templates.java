package dev.tiphys.sandbox.workflows.engine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.MergePatch;

/// Finds the template that a step, task or entrypoint names.
final class Templates {

    private final Run run;
    private final TemplateLibrary library;

    Templates(Run run, TemplateLibrary library) {
        this.run = run;
        this.library = library;
    }

    TemplateScope local() {
        return new TemplateScope("local/" + run.name(), run.spec());
    }

    /// The template with the workflow's `templateDefaults` under it, and the scope of the names inside of it.
    Found resolve(Invocation invocation) {
        JsonNode holder = invocation.holder();
        if (holder.get("inline") instanceof ObjectNode inline) {
            return new Found(withDefaults(inline), invocation.scope());
        }
        JsonNode reference = holder.path("templateRef");
        TemplateScope scope = reference.isObject() ? foreign(reference) : invocation.scope();
        String name = (reference.isObject() ? reference : holder).path("template").asString("");
        ObjectNode template = scope.findTemplate(name)
                .orElseThrow(() -> new WorkflowFault("template " + name + " not found in " + scope.name()));
        return new Found(withDefaults(template), scope);
    }

    private TemplateScope foreign(JsonNode reference) {
        String name = reference.path("name").asString("");
        boolean cluster = reference.path("clusterScope").asBoolean(false);
        ObjectNode object = library.find(name, cluster).orElseThrow(() -> new WorkflowFault(
                (cluster ? "clusterworkflowtemplates" : "workflowtemplates") + ".argoproj.io \"" + name
                        + "\" not found"));
        return new TemplateScope((cluster ? "cluster/" : "namespaced/") + name, object.path("spec"));
    }

    private ObjectNode withDefaults(ObjectNode template) {
        if (!(run.spec().get("templateDefaults") instanceof ObjectNode defaults)) {
            return template;
        }
        ObjectNode merged = defaults.deepCopy();
        MergePatch.apply(merged, template);
        return merged;
    }

    record Found(ObjectNode template, TemplateScope scope) {}
}
