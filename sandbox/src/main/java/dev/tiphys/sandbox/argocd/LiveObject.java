package dev.tiphys.sandbox.argocd;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// An object in a member cluster that belongs to an Application.
///
/// @param managed whether the Application's source describes it; false for what such an object owns
record LiveObject(String application, String member, Kind kind, ObjectNode json, boolean managed) {

    String uid() {
        return ObjectMeta.uid(json);
    }

    ResourceKey key() {
        return ResourceKey.of(json);
    }
}
