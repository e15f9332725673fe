package dev.tiphys.sandbox.argocd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.MergePatch;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// Makes the Applications that an ApplicationSet stands for.
record ApplicationSetRenderer(Generators generators) {

    /// The Applications, as their objects shall be; a template that fails is an [IllegalArgumentException].
    List<ObjectNode> render(JsonNode set) {
        JsonNode spec = set.path("spec");
        TextTemplate template = TextTemplate.of(spec);
        Map<String, ObjectNode> rendered = new LinkedHashMap<>();
        for (JsonNode generator : spec.path("generators")) {
            for (ObjectNode parameters : generators.generate(generator, template)) {
                ObjectNode application = application(spec, template, parameters);
                String name = ObjectMeta.name(application);
                if (name.isEmpty() || rendered.put(name, application) != null) {
                    throw new IllegalArgumentException("ApplicationSet " + ObjectMeta.name(set)
                            + " contains applications with duplicate name: " + name);
                }
            }
        }
        return List.copyOf(rendered.values());
    }

    private static ObjectNode application(JsonNode spec, TextTemplate template, ObjectNode parameters) {
        ObjectNode application = (ObjectNode) template.fill(spec.path("template"), parameters);
        if (spec.has("templatePatch")) {
            patch(application, template.fill(spec.path("templatePatch").asString(""), parameters));
        }
        application.put("apiVersion", Kind.APPLICATION.apiVersion()).put("kind", Kind.APPLICATION.name());
        ObjectNode metadata = ObjectMeta.of(application);
        metadata.put("namespace", Informer.NAMESPACE);
        boolean preserve = spec.path("syncPolicy").path("preserveResourcesOnDeletion").asBoolean(false);
        if (!preserve && metadata.path("finalizers").isEmpty()) {
            metadata.putArray("finalizers").add(Application.FINALIZER);
        }
        return application;
    }

    private static void patch(ObjectNode application, String text) {
        String project = application.path("spec").path("project").asString("");
        try {
            MergePatch.apply(application, Body.read(text));
        } catch (GrpcException malformed) {
            throw new IllegalArgumentException("error applying templatePatch: the sandbox reads it as JSON", malformed);
        }
        if (!application.path("spec").path("project").asString("").equals(project)) {
            throw new IllegalArgumentException("templatePatch must not change spec.project");
        }
    }
}
