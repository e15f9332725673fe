package dev.tiphys.sandbox.kube;

import tools.jackson.databind.node.ObjectNode;

/// One change of one object. The object is shared between listeners: read it, never change it.
public record WatchEvent(Type type, ObjectNode object, long resourceVersion) {

    /// The words of the wire.
    public enum Type {
        ADDED, MODIFIED, DELETED
    }
}
