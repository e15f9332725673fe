package dev.tiphys.promotion;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.promotion.plan.Purpose;

/// Whether a workflow that exists is the one that was planned. Argo writes empty fields out and may add the defaults of
/// its installation, which run nothing by themselves; everything else must be as it was compiled.
final class ManifestMatch {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// What `workflowDefaults` may put into a spec without changing what runs where.
    private static final Set<String> DEFAULTS = Set.of("activeDeadlineSeconds", "affinity", "archiveLogs", "artifactGC",
            "artifactRepositoryRef", "dnsConfig", "dnsPolicy", "nodeSelector", "podMetadata", "podPriorityClassName",
            "priority", "schedulerName", "tolerations", "workflowMetadata");

    private ManifestMatch() {
    }

    /// @param manifest as it was compiled
    /// @param workflow as Argo gives it
    static boolean fits(String manifest, String workflow) {
        JsonNode wanted = pruned(JSON.readTree(manifest));
        JsonNode found = pruned(JSON.readTree(workflow));
        return contains(found.path("metadata").path("labels"), wanted.path("metadata").path("labels"))
                && contains(found.path("metadata").path("annotations"), wanted.path("metadata").path("annotations"))
                && hasName(found, wanted) && isSame(found.path("spec"), wanted.path("spec"));
    }

    /// Why it was submitted, as its arguments say.
    ///
    /// @param workflow as Argo gives it
    static Purpose purpose(String workflow) {
        Map<String, String> arguments = new HashMap<>();
        JSON.readTree(workflow).path("spec").path("arguments").path("parameters").forEach(parameter -> arguments
                .put(parameter.path("name").asString(""), parameter.path("value").asString("")));
        return new Purpose(arguments.getOrDefault("requester", ""), arguments.getOrDefault("note", ""),
                arguments.getOrDefault("change", ""));
    }

    private static boolean hasName(JsonNode found, JsonNode wanted) {
        return found.path("metadata").path("name").equals(wanted.path("metadata").path("name"))
                && found.path("metadata").path("namespace").equals(wanted.path("metadata").path("namespace"));
    }

    private static boolean isSame(JsonNode found, JsonNode wanted) {
        return contains(found, wanted) && found.properties().stream().map(Map.Entry::getKey)
                .allMatch(key -> wanted.has(key) || DEFAULTS.contains(key));
    }

    private static boolean contains(JsonNode found, JsonNode wanted) {
        return wanted.properties().stream().allMatch(entry -> entry.getValue().equals(found.path(entry.getKey())));
    }

    // An empty text, list or map says the same as none.
    private static JsonNode pruned(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode kept = JSON.createObjectNode();
            object.properties().forEach(entry -> {
                JsonNode value = pruned(entry.getValue());
                if (!isEmpty(value)) {
                    kept.set(entry.getKey(), value);
                }
            });
            return kept;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode kept = JSON.createArrayNode();
            array.forEach(item -> kept.add(pruned(item)));
            return kept;
        }
        return node;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || (value.isContainer() && value.isEmpty())
                || (value.isString() && value.stringValue().isEmpty());
    }
}
