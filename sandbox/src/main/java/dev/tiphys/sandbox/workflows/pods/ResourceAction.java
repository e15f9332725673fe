package dev.tiphys.sandbox.workflows.pods;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;

/// What `kubectl` does for a resource template: get, create, apply, replace, patch or delete one object.
final class ResourceAction {

    private static final String JSON = "application/json";
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final JsonNode resource;
    private final String namespace;
    private final Kubectl kubectl;
    private final Consumer<String> log;

    ResourceAction(JsonNode resource, String namespace, Kubectl kubectl, Consumer<String> log) {
        this.resource = resource;
        this.namespace = namespace;
        this.kubectl = kubectl;
        this.log = log;
    }

    /// One object of the cluster.
    record Target(Kind kind, String namespace, String name) {

        String collection() {
            String root = kind.group().isEmpty() ? "/api/" : "/apis/" + kind.group() + "/";
            return root + kind.version() + (kind.namespaced() ? "/namespaces/" + namespace : "") + "/" + kind.plural();
        }

        String path() {
            return collection() + "/" + name;
        }

        @Override
        public String toString() {
            return (namespace.isEmpty() ? "" : namespace + "/") + kind.resource() + "/" + name;
        }
    }

    /// The object that was acted on; empty when it is deleted now.
    Optional<Target> perform() throws InterruptedException {
        String verb = resource.path("action").asString("");
        Optional<ObjectNode> manifest = manifest(verb);
        Target target = target(manifest);
        log.accept("kubectl " + verb + " " + target);
        try {
            return act(verb, target, manifest.orElseGet(JsonMapper.shared()::createObjectNode));
        } catch (Kubectl.Refused refused) {
            throw new ResourceFailure(refused.words());
        }
    }

    JsonNode get(Target target) throws InterruptedException {
        return kubectl.call("GET", target.path(), JSON, "");
    }

    private Optional<Target> act(String verb, Target target, ObjectNode object) throws InterruptedException {
        switch (verb) {
            case "get" -> get(target);
            case "create" -> {
                JsonNode created = kubectl.call("POST", target.collection(), JSON, object.toString());
                return Optional.of(new Target(target.kind(), target.namespace(),
                        created.path("metadata").path("name").asString("")));
            }
            case "apply" -> apply(target, object);
            case "replace" -> {
                object.withObjectProperty("metadata").set("resourceVersion",
                        get(target).path("metadata").path("resourceVersion"));
                kubectl.call("PUT", target.path(), JSON, object.toString());
            }
            case "patch" -> kubectl.call("PATCH", target.path(), patchType(), patch());
            case "delete" -> {
                delete(target);
                return Optional.empty();
            }
            default -> throw new ResourceFailure("unknown command \"" + verb + "\" for \"kubectl\"");
        }
        return Optional.of(target);
    }

    private void delete(Target target) throws InterruptedException {
        try {
            kubectl.call("DELETE", target.path(), JSON, "");
        } catch (Kubectl.Refused refused) {
            if (refused.status() != 404) {
                throw refused;
            }
        }
    }

    // Client-side apply: what was applied last and is not in the manifest any more is taken away.
    private void apply(Target target, ObjectNode object) throws InterruptedException {
        String applied = object.toString();
        object.withObjectProperty("metadata").withObjectProperty("annotations").put(LAST_APPLIED, applied);
        try {
            JsonNode live = get(target);
            String before = live.path("metadata").path("annotations").path(LAST_APPLIED).asString("{}");
            ObjectNode patch = object.deepCopy();
            takeAway(JsonMapper.shared().readTree(before), patch);
            kubectl.call("PATCH", target.path(), "application/merge-patch+json", patch.toString());
        } catch (Kubectl.Refused missing) {
            if (missing.status() != 404) {
                throw missing;
            }
            kubectl.call("POST", target.collection(), JSON, object.toString());
        }
    }

    private static void takeAway(JsonNode before, ObjectNode patch) {
        before.properties().forEach(entry -> {
            JsonNode now = patch.get(entry.getKey());
            if (now == null) {
                patch.putNull(entry.getKey());
            } else if (now instanceof ObjectNode inner && entry.getValue().isObject()) {
                takeAway(entry.getValue(), inner);
            }
        });
    }

    private String patchType() {
        return switch (resource.path("mergeStrategy").asString("strategic")) {
            case "merge" -> "application/merge-patch+json";
            case "json" -> "application/json-patch+json";
            default -> "application/strategic-merge-patch+json";
        };
    }

    private String patch() {
        return parse(resource.path("manifest").asString("")).toString();
    }

    private Optional<ObjectNode> manifest(String verb) {
        String text = resource.path("manifest").asString("");
        if (text.isBlank() || (verb.equals("patch") && !resource.path("flags").isEmpty())) {
            return Optional.empty();
        }
        return parse(text) instanceof ObjectNode object
                ? Optional.of(object)
                : Optional.empty();
    }

    private static JsonNode parse(String text) {
        try {
            return JsonMapper.shared().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
        } catch (YamlEngineException unreadable) {
            throw new ResourceFailure("error: error parsing manifest.yaml: " + unreadable.getMessage());
        }
    }

    private Target target(Optional<ObjectNode> manifest) {
        if (manifest.isPresent()) {
            return fromManifest(manifest.get());
        }
        List<String> words = new ArrayList<>();
        String place = namespace;
        List<String> flags = new ArrayList<>();
        resource.path("flags").forEach(flag -> flags.add(flag.asString("")));
        for (int i = 0; i < flags.size(); i++) {
            String flag = flags.get(i);
            if ((flag.equals("-n") || flag.equals("--namespace")) && i + 1 < flags.size()) {
                place = flags.get(++i);
            } else if (flag.startsWith("--namespace=")) {
                place = flag.substring("--namespace=".length());
            } else if (!flag.startsWith("-")) {
                words.addAll(List.of(flag.split("/", -1)));
            }
        }
        if (words.size() != 2) {
            throw new ResourceFailure("Must provide at least one of flags or manifest.");
        }
        Kind kind = kind(words.getFirst());
        return new Target(kind, kind.namespaced() ? place : "", words.getLast());
    }

    private Target fromManifest(ObjectNode object) {
        String apiVersion = object.path("apiVersion").asString("");
        String name = object.path("kind").asString("");
        Kind kind = Kind.find(apiVersion, name).orElseThrow(() -> new ResourceFailure(
                "error: resource mapping not found: no matches for kind \"" + name + "\" in version \"" + apiVersion
                        + "\" ensure CRDs are installed first"));
        JsonNode meta = object.path("metadata");
        String place = meta.path("namespace").asString("");
        return new Target(kind, kind.namespaced() ? place.isEmpty() ? namespace : place : "",
                meta.path("name").asString(""));
    }

    private static Kind kind(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Kind.all().stream()
                .filter(kind -> List.of(kind.plural(), kind.resource(), kind.name().toLowerCase(Locale.ROOT),
                        kind.name().toLowerCase(Locale.ROOT) + "." + kind.group(), kind.shortName()).contains(wanted))
                .findFirst().orElseThrow(() -> new ResourceFailure(
                        "error: the server doesn't have a resource type \"" + word + "\""));
    }
}
