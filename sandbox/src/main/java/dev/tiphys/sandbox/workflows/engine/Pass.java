package dev.tiphys.sandbox.workflows.engine;

/// What all executors of one pass share.
record Pass(Run run, Variables globals, Templates templates) {

    /// Creates the node of a template with its inputs.
    NodeStatus create(String type, Work work, String phase, String message) {
        NodeStatus node = run.create(type, work.invocation(), phase, message);
        if (work.template().path("inputs").path("parameters").size() > 0) {
            node.json().set("inputs", work.template().path("inputs").deepCopy());
        }
        return node;
    }
}
