package dev.tiphys.sandbox.argocd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// Makes the desired objects of an Application from its source, as repo server and controller do between them.
final class Renderer {

    static final String TRACKING = "argocd.argoproj.io/tracking-id";

    private final ManifestSource manifests;
    private final Repositories repositories;
    private final ClusterDirectory clusters;

    Renderer(ManifestSource manifests, Repositories repositories, ClusterDirectory clusters) {
        this.manifests = manifests;
        this.repositories = repositories;
        this.clusters = clusters;
    }

    Repositories repositories() {
        return repositories;
    }

    /// The objects of `source` at `revision` for an Application. A source that cannot be rendered is an
    /// [IllegalArgumentException] with what the repo server says.
    List<ObjectNode> render(Application application, JsonNode source, String revision) {
        if (!repositories.isAvailable()) {
            throw new IllegalArgumentException("failed to generate manifests: rpc error: code = Unavailable desc = "
                    + "connection error: desc = \"transport: Error while dialing\"");
        }
        List<ObjectNode> objects = new ArrayList<>();
        for (ObjectNode object : manifests.render(input(application, source, revision))) {
            ObjectNode copy = object.deepCopy();
            KustomizeImages.apply(source.path("kustomize").path("images"), copy.path("spec"));
            track(application, copy);
            objects.add(copy);
        }
        return objects;
    }

    private ManifestInput input(Application application, JsonNode source, String revision) {
        String cluster = clusters.find(application.destination()).map(Cluster::member).orElse("");
        return new ManifestInput(application.name(), texts(application.json().path("metadata").path("labels")), cluster,
                namespace(application), source.path("repoURL").asString(""), source.path("path").asString(""),
                source.path("chart").asString(""), source.path("targetRevision").asString(""), revision,
                source.path("kustomize").path("images").valueStream().map(image -> image.asString("")).toList(),
                parameters(source));
    }

    private static void track(Application application, ObjectNode object) {
        ObjectNode metadata = ObjectMeta.of(object);
        boolean namespaced = kindOf(object).namespaced();
        if (namespaced && ObjectMeta.namespace(object).isEmpty()) {
            metadata.put("namespace", namespace(application));
        }
        metadata.withObjectProperty("annotations").put(TRACKING, application.name() + identity(object));
    }

    /// The part of a tracking id that an object must bear itself: controllers copy annotations to what they own.
    static String identity(ObjectNode object) {
        return ":" + group(object) + "/" + object.path("kind").asString("") + ":" + ObjectMeta.namespace(object) + "/"
                + ObjectMeta.name(object);
    }

    static Kind kindOf(ObjectNode object) {
        String apiVersion = object.path("apiVersion").asString("");
        String kind = object.path("kind").asString("");
        return Kind.find(apiVersion, kind).orElseThrow(() -> new IllegalArgumentException("The Kubernetes API could "
                + "not find " + apiVersion + "/" + kind + ". Make sure the \"" + kind
                + "\" CRD is installed on the destination cluster."));
    }

    static String group(JsonNode object) {
        String apiVersion = object.path("apiVersion").asString("");
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    private static String namespace(Application application) {
        return application.destination().path("namespace").asString("default");
    }

    private static Map<String, String> parameters(JsonNode source) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (JsonNode parameter : source.path("helm").path("parameters")) {
            parameters.put(parameter.path("name").asString(""), parameter.path("value").asString(""));
        }
        return parameters;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return texts;
    }
}
