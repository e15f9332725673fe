package dev.tiphys.sandbox.argocd;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Kustomize's image overrides as Argo CD writes them: `name=repository:tag`, `repository:tag`, `repository@sha256:…`.
final class KustomizeImages {

    private KustomizeImages() {
    }

    /// Overrides the images of all containers below `object`.
    static void apply(JsonNode overrides, JsonNode object) {
        for (JsonNode override : overrides) {
            apply(override.asString(""), object);
        }
    }

    private static void apply(String override, JsonNode node) {
        if (node instanceof ObjectNode object && object.path("image").isString()) {
            object.put("image", replaced(object.path("image").asString(), override));
        }
        for (JsonNode child : node) {
            apply(override, child);
        }
    }

    private static String replaced(String image, String override) {
        int equals = override.indexOf('=');
        String target = override.substring(equals + 1);
        String name = equals < 0 ? repository(target) : override.substring(0, equals);
        if (!repository(image).equals(name)) {
            return image;
        }
        boolean hasVersion = !repository(target).equals(target);
        return hasVersion ? target : target + image.substring(repository(image).length());
    }

    /// The image without tag and digest.
    static String repository(String image) {
        int digest = image.indexOf('@');
        String plain = digest < 0 ? image : image.substring(0, digest);
        int colon = plain.lastIndexOf(':');
        return colon > plain.lastIndexOf('/') ? plain.substring(0, colon) : plain;
    }
}
