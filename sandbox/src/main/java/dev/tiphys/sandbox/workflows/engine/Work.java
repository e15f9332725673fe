package dev.tiphys.sandbox.workflows.engine;

import tools.jackson.databind.node.ObjectNode;

/// A template with its arguments in it, about to be executed as a node.
record Work(Invocation invocation, ObjectNode template, TemplateScope scope) {

    String nodeName() {
        return invocation.nodeName();
    }

    String templateName() {
        return template.path("name").asString("");
    }

    Work named(String nodeName, ObjectNode otherTemplate) {
        return new Work(invocation.named(nodeName), otherTemplate, scope);
    }

    boolean needsPod() {
        return !template.has("steps") && !template.has("dag") && !template.has("suspend");
    }
}
