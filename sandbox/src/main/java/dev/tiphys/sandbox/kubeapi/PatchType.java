package dev.tiphys.sandbox.kubeapi;

import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.MergePatch;

/// The kinds of patches, told by their media type.
enum PatchType {
    JSON, MERGE, STRATEGIC;

    private static final String ACCEPTED = "the body of the request was in an unknown format - accepted media types "
            + "include: application/json-patch+json, application/merge-patch+json";

    static PatchType of(Request request, Kind kind) {
        String type = request.header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/json-patch+json" -> JSON;
            case "application/merge-patch+json" -> MERGE;
            case "application/strategic-merge-patch+json" -> {
                if (kind.custom()) {
                    throw ApiRefusal.unsupportedMediaType(ACCEPTED);
                }
                yield STRATEGIC;
            }
            case "application/apply-patch+yaml" -> throw ApiRefusal.unsupportedMediaType("the sandbox plays no "
                    + "server-side apply: use a merge patch or a JSON patch, or kubectl apply without --server-side");
            default -> throw ApiRefusal.unsupportedMediaType(ACCEPTED);
        };
    }

    /// The object with the patch applied.
    ObjectNode apply(ObjectNode object, JsonNode patch) {
        switch (this) {
            case JSON -> JsonPatch.apply(object, patch);
            case MERGE -> MergePatch.apply(object, requireObject(patch));
            case STRATEGIC -> StrategicPatch.apply(object, requireObject(patch));
        }
        return object;
    }

    private static JsonNode requireObject(JsonNode patch) {
        if (!patch.isObject()) {
            throw ApiRefusal.badRequest("error decoding patch: a merge patch is a JSON object");
        }
        return patch;
    }
}
