package dev.tiphys.sandbox.workflows.engine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One use of a template: by the entrypoint, a step, a task or the exit handler.
///
/// @param holder what names the template: has `template`, `templateRef` or `inline`, and `arguments`
/// @param boundaryId id of the enclosing DAG or Steps node; empty for roots
/// @param scope where the holder's template names are looked up
/// @param depth how many templates enclose it
record Invocation(String nodeName, JsonNode holder, String boundaryId, TemplateScope scope, int depth) {

    static Invocation root(String nodeName, String template, JsonNode arguments, TemplateScope scope) {
        ObjectNode holder = JsonNodeFactory.instance.objectNode().put("template", template);
        holder.set("arguments", arguments);
        return new Invocation(nodeName, holder, "", scope, 0);
    }

    JsonNode arguments() {
        return holder.path("arguments");
    }

    Invocation named(String otherName) {
        return new Invocation(otherName, holder, boundaryId, scope, depth);
    }

    /// A step or task inside of this template's node.
    Invocation inner(String innerName, JsonNode innerHolder, TemplateScope innerScope) {
        return new Invocation(innerName, innerHolder, "", innerScope, depth + 1);
    }

    Invocation within(String boundary) {
        return new Invocation(nodeName, holder, boundary, scope, depth);
    }

    /// Writes the fields by which a node names its template.
    void describe(ObjectNode node) {
        if (holder.path("templateRef").isObject()) {
            node.set("templateRef", holder.path("templateRef").deepCopy());
        } else if (!holder.path("template").asString("").isEmpty()) {
            node.put("templateName", holder.path("template").asString());
        }
        node.put("templateScope", scope.name());
    }
}
