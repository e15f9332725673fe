package dev.tiphys.sandbox.argocd;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.ObjectMeta;

/// Names an object inside a cluster, whatever its API version.
record ResourceKey(String group, String kind, String namespace, String name) {

    static ResourceKey of(ObjectNode object) {
        return new ResourceKey(Renderer.group(object), object.path("kind").asString(""), ObjectMeta.namespace(object),
                ObjectMeta.name(object));
    }

    /// As messages name it: `apps/Deployment/checkout`.
    @Override
    public String toString() {
        return group + "/" + kind + "/" + name;
    }
}
