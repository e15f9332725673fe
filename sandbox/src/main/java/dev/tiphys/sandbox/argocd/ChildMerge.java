package dev.tiphys.sandbox.argocd;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.ObjectMeta;

/// How an ApplicationSet overwrites an Application: all of spec, labels, annotations and finalizers, except what it is
/// told to preserve or to ignore.
record ChildMerge(JsonNode set) {

    private static final List<String> OWN_ANNOTATIONS = List.of(Application.REFRESH, "argocd.argoproj.io/hydrate");

    /// Changes `live` into what `wanted` says.
    void apply(ObjectNode live, ObjectNode wanted) {
        ObjectNode target = wanted.deepCopy();
        for (String path : ignoredPaths(ObjectMeta.name(live))) {
            keep(live, target, List.of(path.split("\u0000", -1)));
        }
        live.set("spec", target.path("spec"));
        overwrite(live, target, "labels", List.of());
        overwrite(live, target, "annotations", OWN_ANNOTATIONS);
        ObjectMeta.of(live).set("finalizers", target.path("metadata").path("finalizers"));
        if (live.path("metadata").path("finalizers").isMissingNode()) {
            ObjectMeta.of(live).remove("finalizers");
        }
    }

    private void overwrite(ObjectNode live, ObjectNode target, String field, List<String> always) {
        ObjectNode kept = ObjectMeta.of(target).withObjectProperty(field);
        List<String> preserved = new ArrayList<>(always);
        set.path("spec").path("preservedFields").path(field).forEach(name -> preserved.add(name.asString("")));
        live.path("metadata").path(field).properties().forEach(entry -> {
            boolean notified = field.equals("annotations")
                    && entry.getKey().startsWith("notified.notifications.argoproj.io");
            if (notified || preserved.contains(entry.getKey())) {
                kept.set(entry.getKey(), entry.getValue());
            }
        });
        if (kept.isEmpty()) {
            ObjectMeta.of(live).remove(field);
        } else {
            ObjectMeta.of(live).set(field, kept);
        }
    }

    private List<String> ignoredPaths(String name) {
        List<String> paths = new ArrayList<>();
        for (JsonNode rule : set.path("spec").path("ignoreApplicationDifferences")) {
            String only = rule.path("name").asString("");
            if (only.isEmpty() || only.equals(name)) {
                rule.path("jsonPointers").forEach(pointer -> paths.add(pointer.asString("").substring(1)
                        .replace("/", "\u0000").replace("~1", "/").replace("~0", "~")));
                rule.path("jqPathExpressions").forEach(path -> paths.add(simple(path.asString(""))));
            }
        }
        return paths;
    }

    private static String simple(String jq) {
        if (!jq.matches("(\\.[A-Za-z_][A-Za-z0-9_]*)+")) {
            throw new IllegalArgumentException("the sandbox knows jq paths like .spec.source.targetRevision, not "
                    + jq);
        }
        return jq.substring(1).replace(".", "\u0000");
    }

    // What is ignored keeps its live value, also when that is "not there".
    private static void keep(JsonNode live, ObjectNode target, List<String> path) {
        JsonNode from = live;
        for (String part : path) {
            from = from.path(part);
        }
        ObjectNode parent = target;
        for (String part : path.subList(0, path.size() - 1)) {
            if (!(parent.get(part) instanceof ObjectNode) && from.isMissingNode()) {
                return;
            }
            parent = parent.withObjectProperty(part);
        }
        if (from.isMissingNode()) {
            parent.remove(path.getLast());
        } else {
            parent.set(path.getLast(), from.deepCopy());
        }
    }
}
