package dev.tiphys.sandbox.workloads;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.ObjectMeta;

/// Where an object of one kind lives.
record ObjectKey(String cluster, String namespace, String name) {

    static ObjectKey of(String cluster, ObjectNode object) {
        return new ObjectKey(cluster, ObjectMeta.namespace(object), ObjectMeta.name(object));
    }

    ObjectKey named(String other) {
        return new ObjectKey(cluster, namespace, other);
    }
}
