package dev.tiphys.sandbox.argocd;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/// An action that a live object offers.
record ResourceAction(String name, boolean disabled, List<String> parameters) {

    ResourceAction(String name, boolean disabled) {
        this(name, disabled, List.of());
    }

    ResourceAction {
        parameters = List.copyOf(parameters);
    }

    void write(ObjectNode entry) {
        entry.put("name", name);
        if (disabled) {
            entry.put("disabled", true);
        }
        parameters.forEach(parameter -> entry.withArrayProperty("params").addObject().put("name", parameter));
    }
}
