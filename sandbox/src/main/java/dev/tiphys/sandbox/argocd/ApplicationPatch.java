package dev.tiphys.sandbox.argocd;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.MergePatch;

/// Patches of an Application as the API takes them.
final class ApplicationPatch {

    private ApplicationPatch() {
    }

    static ObjectNode apply(ObjectNode application, String patch, String type) {
        ObjectNode patched = application.deepCopy();
        JsonNode parsed = Body.read(patch);
        switch (type) {
            case "merge" -> {
                if (!parsed.isObject()) {
                    throw GrpcException.unknown("error applying patch: Invalid JSON Patch");
                }
                MergePatch.apply(patched, parsed);
            }
            case "json" -> JsonPatch.apply(patched, parsed);
            default -> throw GrpcException.invalid("Patch type '" + type + "' is not supported");
        }
        return patched;
    }
}
