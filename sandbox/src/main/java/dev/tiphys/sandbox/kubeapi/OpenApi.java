package dev.tiphys.sandbox.kubeapi;

import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;

/// The part of the OpenAPI documents without which `kubectl apply` gives up: that PATCH of each kind knows
/// `fieldValidation`. Schemas are left open.
final class OpenApi {

    private static final String ROOT = "/openapi/v3";

    private OpenApi() {
    }

    static Optional<ObjectNode> find(String base, String path) {
        if (path.equals(ROOT)) {
            return Optional.of(index(base));
        }
        return Discovery.groupVersions().stream().filter(version -> path.equals(ROOT + "/" + place(version)))
                .findFirst().map(OpenApi::document);
    }

    private static String place(String groupVersion) {
        return groupVersion.contains("/") ? "apis/" + groupVersion : "api/" + groupVersion;
    }

    private static ObjectNode index(String base) {
        ObjectNode index = JsonMapper.shared().createObjectNode();
        ObjectNode paths = index.putObject("paths");
        Discovery.groupVersions().forEach(version -> paths.putObject(place(version)).put("serverRelativeURL",
                base + ROOT + "/" + place(version)));
        return index;
    }

    private static ObjectNode document(String groupVersion) {
        ObjectNode document = JsonMapper.shared().createObjectNode().put("openapi", "3.0.0");
        document.putObject("info").put("title", "Kubernetes").put("version", "v1.33.4");
        ObjectNode paths = document.putObject("paths");
        for (Kind kind : Kind.all()) {
            if (kind.apiVersion().equals(groupVersion)) {
                describe(paths.putObject("/" + place(groupVersion)
                        + (kind.namespaced() ? "/namespaces/{namespace}/" : "/") + kind.plural() + "/{name}"), kind);
            }
        }
        document.putObject("components").putObject("schemas");
        return document;
    }

    private static void describe(ObjectNode path, Kind kind) {
        ObjectNode patch = path.putObject("patch");
        patch.put("operationId", "patch" + kind.name());
        for (String name : new String[]{"dryRun", "fieldManager", "fieldValidation"}) {
            patch.withArrayProperty("parameters").addObject().put("name", name).put("in", "query")
                    .putObject("schema").put("type", "string");
        }
        ObjectNode content = patch.putObject("requestBody").putObject("content");
        content.putObject("application/merge-patch+json");
        content.putObject("application/json-patch+json");
        patch.putObject("responses").putObject("200").put("description", "OK");
        patch.putObject("x-kubernetes-group-version-kind").put("group", kind.group()).put("version", kind.version())
                .put("kind", kind.name());
    }
}
