package dev.tiphys.sandbox.argocd;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `fields` of the list of Applications: a fixed choice. What is not in it is ignored; what is absent becomes null.
final class ListFields {

    private static final Set<String> KNOWN = Set.of("metadata.name", "metadata.namespace", "metadata.annotations",
            "metadata.labels", "metadata.creationTimestamp", "metadata.deletionTimestamp", "spec", "spec.destination",
            "spec.project", "spec.source", "spec.sources", "spec.sourceHydrator", "spec.syncPolicy", "operation.sync",
            "status.sourceHydrator", "status.summary", "status.resources", "status.health", "status.sync.status",
            "status.sync.revision", "status.operationState.phase", "status.operationState.startedAt",
            "status.operationState.finishedAt", "status.operationState.operation.sync");

    private final List<String[]> paths = new ArrayList<>();
    private final boolean clashing;

    private ListFields(List<String> chosen) {
        chosen.forEach(path -> paths.add(path.split("\\.", -1)));
        clashing = chosen.contains("spec") && chosen.stream().anyMatch(path -> path.startsWith("spec."));
    }

    static ListFields parse(String fields) {
        boolean exclude = fields.startsWith("-");
        List<String> named = List.of((exclude ? fields.substring(1) : fields).split(",", -1));
        List<String> chosen = KNOWN.stream().filter(path -> named.contains("items." + path) != exclude)
                .filter(path -> !exclude || !isBelowExcluded(path, named)).sorted().toList();
        return new ListFields(chosen);
    }

    private static boolean isBelowExcluded(String path, List<String> named) {
        return named.stream().anyMatch(name -> ("items." + path).startsWith(name + "."));
    }

    /// Whether a field is asked for beside its own part. The real server then fails at random, by the order of a map;
    /// here it always does.
    boolean isClashing() {
        return clashing;
    }

    ObjectNode of(ObjectNode application) {
        ObjectNode chosen = JsonNodeFactory.instance.objectNode();
        for (String[] path : paths) {
            put(chosen, path, value(application, path));
        }
        return chosen;
    }

    // The server's table says "operation.sync" and reads the result of it.
    private static JsonNode value(ObjectNode application, String[] path) {
        JsonNode node = application;
        boolean mistaken = path.length == 4 && path[2].equals("operation");
        for (int i = 0; i < path.length; i++) {
            node = node.path(mistaken && i == 2 ? "syncResult" : path[i]);
            if (mistaken && i == 2) {
                break;
            }
        }
        return node.isMissingNode() ? JsonNodeFactory.instance.nullNode() : node;
    }

    private static void put(ObjectNode target, String[] path, JsonNode value) {
        ObjectNode parent = target;
        for (int i = 0; i < path.length - 1; i++) {
            parent = parent.withObjectProperty(path[i]);
        }
        parent.set(path[path.length - 1], value);
    }
}
