package dev.tiphys.sandbox.workflows.api;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.workflows.Callers.Caller;

/// The labels that say who created a workflow and who last acted on it.
final class Actors {

    private static final String PREFIX = "workflows.argoproj.io/";

    private Actors() {
    }

    static void creator(ObjectNode workflow, Caller caller) {
        write(workflow, "creator", caller);
    }

    /// @param action such as `Resume`; empty for `set`, which removes the label
    static void actor(ObjectNode workflow, String action, Caller caller) {
        write(workflow, "actor", caller);
        ObjectNode labels = labels(workflow);
        if (action.isEmpty()) {
            labels.remove(PREFIX + "action");
        } else {
            labels.put(PREFIX + "action", action);
        }
    }

    private static void write(ObjectNode workflow, String role, Caller caller) {
        ObjectNode labels = labels(workflow);
        put(labels, role, label(caller.subject()));
        put(labels, role + "-email", label(caller.email().replace("@", ".at.")));
        put(labels, role + "-preferred-username", label(caller.username()));
    }

    private static void put(ObjectNode labels, String name, String value) {
        if (value.isEmpty()) {
            labels.remove(PREFIX + name);
        } else {
            labels.put(PREFIX + name, value);
        }
    }

    static ObjectNode labels(ObjectNode object) {
        ObjectNode metadata = ObjectMeta.of(object);
        return metadata.get("labels") instanceof ObjectNode present ? present : metadata.putObject("labels");
    }

    private static String label(String text) {
        String clean = text.replaceAll("[^-_.a-zA-Z0-9]", "-");
        return clean.substring(Math.max(0, clean.length() - 63)).replaceAll("^[^a-zA-Z0-9]+|[^a-zA-Z0-9]+$", "");
    }
}
