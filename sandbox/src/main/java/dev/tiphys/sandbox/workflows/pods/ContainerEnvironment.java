package dev.tiphys.sandbox.workflows.pods;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

/// The environment variables of a container, with what Secrets and ConfigMaps of its namespace hold.
final class ContainerEnvironment {

    private final World world;
    private final PodRequest request;

    ContainerEnvironment(World world, PodRequest request) {
        this.world = world;
        this.request = request;
    }

    /// The variables, or a [MissingKey] as the kubelet would put it.
    Map<String, String> resolve() throws MissingKey {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("ARGO_PROGRESS_FILE", "/var/run/argo/progress");
        variables.put("ARGO_NODE_ID", request.nodeId());
        variables.put("ARGO_POD_NAME", request.podName());
        for (JsonNode variable : request.container().path("env")) {
            String name = variable.path("name").asString("");
            JsonNode source = variable.path("valueFrom");
            if (source.isObject()) {
                Optional<String> value = value(source);
                value.ifPresent(text -> variables.put(name, text));
            } else {
                variables.put(name, variable.path("value").asString(""));
            }
        }
        return variables;
    }

    private Optional<String> value(JsonNode source) throws MissingKey {
        if (source.has("secretKeyRef")) {
            return keyed(Kind.SECRET, "secret", source.path("secretKeyRef"));
        }
        if (source.has("configMapKeyRef")) {
            return keyed(Kind.CONFIG_MAP, "configmap", source.path("configMapKeyRef"));
        }
        return switch (source.path("fieldRef").path("fieldPath").asString("")) {
            case "metadata.name" -> Optional.of(request.podName());
            case "metadata.namespace" -> Optional.of(request.namespace());
            default -> Optional.empty();
        };
    }

    private Optional<String> keyed(Kind kind, String word, JsonNode reference) throws MissingKey {
        String name = reference.path("name").asString("");
        String key = reference.path("key").asString("");
        boolean optional = reference.path("optional").asBoolean(false);
        Optional<ObjectNode> object = world.store().find(World.HUB, kind, request.namespace(), name);
        Optional<String> value = object.flatMap(found -> read(kind, found, key));
        if (value.isEmpty() && !optional) {
            throw new MissingKey(object.isEmpty()
                    ? word + " \"" + name + "\" not found"
                    : "couldn't find key " + key + " in " + word + " " + request.namespace() + "/" + name);
        }
        return value;
    }

    private static Optional<String> read(Kind kind, ObjectNode object, String key) {
        JsonNode plain = object.path("stringData").path(key);
        if (plain.isString()) {
            return Optional.of(plain.asString());
        }
        JsonNode data = object.path("data").path(key);
        if (!data.isString()) {
            return Optional.empty();
        }
        return Optional.of(kind.equals(Kind.SECRET)
                ? new String(Base64.getDecoder().decode(data.asString()), StandardCharsets.UTF_8)
                : data.asString());
    }

    /// A variable's source that is not there: the container cannot be created.
    static final class MissingKey extends Exception {

        private static final long serialVersionUID = 1L;

        private final String problem;

        MissingKey(String problem) {
            super(problem);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }
    }
}
