package dev.tiphys.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What a workflow manifest asks of Kubernetes: where it runs and as whom, gathered from every level of it. Keys are
/// told apart as loosely as the loosest reader does, so that a spelling which one reader ignores and another one follows
/// is a problem and not a way through.
final class WorkflowManifest {

    private static final int LONGEST = 1 << 20;
    private static final Set<String> KINDS = Set.of("Workflow", "CronWorkflow", "WorkflowTemplate");
    private static final Map<String, String> WATCHED = Stream
            .of("apiVersion", "kind", "metadata", "namespace", "labels",
                    "labelsFrom", "annotations", "spec", "workflowSpec", "workflowMetadata", "serviceAccountName",
                    "serviceAccount", "executor", "podSpecPatch", "templates", "templateDefaults", "nodeSelector")
            .collect(Collectors.toMap(WorkflowManifest::loose, key -> key));
    private static final Set<String> FREE_KEYS = Set.of("labels", "labelsFrom", "annotations", "nodeSelector");

    private final List<String> problems = new ArrayList<>();
    private final Set<String> accounts = new LinkedHashSet<>();
    private final Set<String> namespaces = new LinkedHashSet<>();
    private boolean readable;
    private String kind = "";
    private String namespace = "";
    private String account = "";

    private WorkflowManifest() {
    }

    static WorkflowManifest read(String text) {
        WorkflowManifest manifest = new WorkflowManifest();
        if (text.length() > LONGEST) {
            manifest.problems.add("It is longer than a manifest can be.");
            return manifest;
        }
        manifest.problems.addAll(PlainYaml.problems(text));
        if (manifest.problems.isEmpty()) {
            manifest.readRoot(load(text, manifest.problems));
        }
        return manifest;
    }

    private static @Nullable Object load(String text, List<String> problems) {
        try {
            return PlainYaml.load(text);
        } catch (YamlEngineException wrong) {
            problems.add("It cannot be read: " + String.valueOf(wrong.getMessage()).lines()
                    .filter(line -> !line.isBlank()).findFirst().orElse("").strip().replaceAll("\\.+$", "") + ".");
            return null;
        }
    }

    private void readRoot(@Nullable Object root) {
        if (!(root instanceof Map<?, ?> map)) {
            if (problems.isEmpty()) {
                problems.add("It is no Kubernetes object.");
            }
            return;
        }
        readable = true;
        kind = text(map.get("kind"));
        if (!KINDS.contains(kind) || !text(map.get("apiVersion")).equals("argoproj.io/v1alpha1")) {
            problems.add("It must be a Workflow, CronWorkflow or WorkflowTemplate of argoproj.io/v1alpha1.");
        }
        namespace = text(at(map, "metadata", "namespace"));
        account = text(kind.equals("CronWorkflow")
                ? at(map, "spec", "workflowSpec", "serviceAccountName")
                : at(map, "spec", "serviceAccountName"));
        walk(map, "");
    }

    private static @Nullable Object at(Object root, String... path) {
        Object value = root;
        for (String key : path) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    private static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }

    private void walk(@Nullable Object value, String path) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, inner) -> walk(key, inner, path));
            case List<?> list -> {
                for (Object inner : list) {
                    walk(inner, path + "[]");
                }
            }
            case null, default -> {
                // A scalar counts only under a key that is watched.
            }
        }
    }

    private void walk(@Nullable Object key, @Nullable Object value, String parent) {
        if (!(key instanceof String name)) {
            problems.add("It has a key that is no text" + (parent.isEmpty() ? "." : ", in " + parent + "."));
            return;
        }
        String path = parent.isEmpty() ? name : parent + "." + name;
        String watched = WATCHED.get(loose(name));
        if (watched != null && !watched.equals(name)) {
            problems.add(path + ": write " + watched + " exactly so. Not every reader takes this for another key.");
            return;
        }
        switch (watched) {
            case "namespace" -> plain(value, path, namespaces);
            case "serviceAccountName", "serviceAccount" -> plain(value, path, accounts);
            case "podSpecPatch" -> readPatch(value, path);
            case null -> walk(value, path);
            default -> readObject(watched, value, path);
        }
    }

    private void readObject(String key, @Nullable Object value, String path) {
        if (FREE_KEYS.contains(key) && value instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> checkLabel(String.valueOf(name), key, path));
            if (key.equals("labelsFrom") || map.values().stream().noneMatch(WorkflowManifest::isBranch)) {
                return;
            }
        }
        walk(value, path);
    }

    private void checkLabel(String name, String key, String path) {
        boolean ours = name.startsWith("tiphys.dev/");
        boolean argos = name.startsWith("workflows.argoproj.io/") && !key.equals("annotations");
        if (ours || argos) {
            problems.add(path + ": " + name + " is set by the portal or by Argo, not by a manifest.");
        }
    }

    private static boolean isBranch(@Nullable Object value) {
        return value instanceof Map || value instanceof List;
    }

    private void plain(@Nullable Object value, String path, Set<String> names) {
        if (value instanceof String name && !name.contains("{{")) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        } else if (value != null) {
            problems.add(
                    path + " must be a plain name: what comes from a parameter or an expression cannot be checked.");
        }
    }

    private void readPatch(@Nullable Object value, String path) {
        if (value == null || value.equals("")) {
            return;
        }
        if (!(value instanceof String patch) || patch.contains("{{")) {
            problems.add(path + " must be a plain text: what a parameter puts into it cannot be checked.");
            return;
        }
        List<String> unclear = PlainYaml.problems(patch);
        Object content = unclear.isEmpty() ? load(patch, problems) : null;
        if (content instanceof Map<?, ?> map) {
            walk(map, path);
        } else {
            problems.add(path + " is no patch that can be checked. " + String.join(" ", unclear));
        }
    }

    private static String loose(String key) {
        return Normalizer.normalize(key, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]",
                "");
    }

    /// Whether it could be looked into at all.
    boolean isReadable() {
        return readable;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /// Where it says it runs; empty when it does not say.
    String namespace() {
        return namespace;
    }

    /// Every other namespace that it names somewhere.
    Set<String> namespacesBeside(String own) {
        Set<String> others = new LinkedHashSet<>(namespaces);
        others.remove(own);
        return others;
    }

    /// Every account that any part of it asks for; `default` where the workflow as a whole names none.
    Set<String> accounts() {
        Set<String> all = new LinkedHashSet<>(accounts);
        if (account.isEmpty() && !kind.equals("WorkflowTemplate")) {
            all.add("default");
        }
        return all;
    }

    /// Whether the workflow as a whole names an account.
    boolean namesAccount() {
        return !account.isEmpty() || kind.equals("WorkflowTemplate");
    }
}
