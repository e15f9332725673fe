package dev.tiphys.sandbox.workflows.lint;

import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.workflows.engine.TemplateLibrary;

/// The templates that a spec's steps and tasks may name.
record Scope(JsonNode spec, TemplateLibrary library) {

    List<JsonNode> templates() {
        return Json.items(spec.path("templates"));
    }

    JsonNode local(String name, String where) {
        return templates().stream().filter(template -> Json.text(template, "name").equals(name)).findFirst()
                .orElseThrow(() -> Refusal.of(where + " template name '" + name + "' undefined"));
    }

    JsonNode resolve(JsonNode call, String where) {
        if (Json.has(call, "inline")) {
            return call.path("inline");
        }
        JsonNode reference = call.path("templateRef");
        if (!reference.isObject()) {
            return local(Json.text(call, "template"), where);
        }
        String name = Json.text(reference, "name");
        boolean cluster = reference.path("clusterScope").asBoolean(false);
        JsonNode object = library.find(name, cluster)
                .orElseThrow(() -> Refusal.of(where + ": template reference " + name + "."
                        + Json.text(reference, "template") + " not found"));
        return new Scope(object.path("spec"), library).local(Json.text(reference, "template"), where);
    }
}
