package dev.tiphys.sandbox.argocd;

import java.util.List;

import tools.jackson.databind.JsonNode;

/// Who owns what among an Application's live objects.
final class Ownership {

    private Ownership() {
    }

    /// Whether `object` is the named one or is owned by it, over any number of steps.
    static boolean descends(LiveObject object, String kind, String name, List<LiveObject> all) {
        if (object.key().name().equals(name) && (kind.isEmpty() || object.key().kind().equals(kind))) {
            return true;
        }
        for (JsonNode owner : object.json().path("metadata").path("ownerReferences")) {
            String uid = owner.path("uid").asString("");
            for (LiveObject other : all) {
                if (other.uid().equals(uid) && descends(other, kind, name, all)) {
                    return true;
                }
            }
        }
        return false;
    }
}
