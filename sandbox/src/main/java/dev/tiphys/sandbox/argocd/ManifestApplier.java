package dev.tiphys.sandbox.argocd;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeException;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.kube.MergePatch;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// Applies objects to a member cluster, as `kubectl apply` would, and prunes what is no longer wanted.
record ManifestApplier(KubeStore store) {

    /// Creates the destination's namespace where the sync options ask for it.
    void createNamespace(String member, Application application) {
        String name = application.destination().path("namespace").asString("");
        boolean wanted = application.operation().path("sync").path("syncOptions").valueStream()
                .anyMatch(option -> option.asString("").equals("CreateNamespace=true"));
        if (wanted && !name.isEmpty() && store.find(member, Kind.NAMESPACE, "", name).isEmpty()) {
            ObjectNode namespace = application.json().objectNode().put("apiVersion", "v1").put("kind", "Namespace");
            namespace.putObject("metadata").put("name", name);
            store.create(member, namespace);
        }
    }

    /// Applies one object and fills in its entry of `syncResult.resources`; true when it went well.
    boolean apply(String member, ObjectNode wanted, boolean dryRun, ObjectNode entry) {
        StatusWriter.reference(wanted, entry);
        try {
            String verb = dryRun ? "configured" : write(member, wanted);
            entry.put("status", "Synced").put("message", label(wanted) + " " + verb + (dryRun ? " (dry run)" : ""));
            entry.put("hookPhase", "Running").put("syncPhase", "Sync");
            List<String> images = wanted.findValuesAsString("image");
            if (!images.isEmpty()) {
                images.forEach(entry.putArray("images")::add);
            }
            return true;
        } catch (KubeException refused) {
            entry.put("status", "SyncFailed").put("message", refused.getMessage());
            entry.put("hookPhase", "Failed").put("syncPhase", "Sync");
            return false;
        }
    }

    private String write(String member, ObjectNode wanted) {
        Kind kind = Renderer.kindOf(wanted);
        String namespace = ObjectMeta.namespace(wanted);
        Optional<ObjectNode> present = store.find(member, kind, namespace, ObjectMeta.name(wanted));
        if (present.isEmpty()) {
            store.create(member, wanted);
            return "created";
        }
        if (Likeness.holds(present.get(), wanted)) {
            return "unchanged";
        }
        store.update(member, kind, namespace, ObjectMeta.name(wanted), live -> merge(live, wanted));
        return "configured";
    }

    private static void merge(ObjectNode live, ObjectNode wanted) {
        ObjectNode patch = wanted.deepCopy();
        patch.remove("status");
        MergePatch.apply(live, patch);
    }

    /// Deletes a live object that the source no longer describes.
    void prune(LiveObject live, boolean prune, ObjectNode entry) {
        StatusWriter.reference(live.json(), entry);
        entry.put("status", prune ? "Pruned" : "PruneSkipped");
        entry.put("message", prune ? "pruned" : "ignored (requires pruning)").put("syncPhase", "Sync");
        if (prune) {
            delete(live);
        }
    }

    void delete(LiveObject live) {
        if (store.find(live.member(), live.kind(), live.key().namespace(), live.key().name()).isPresent()) {
            store.delete(live.member(), live.kind(), live.key().namespace(), live.key().name());
        }
    }

    private static String label(JsonNode object) {
        String group = Renderer.group(object);
        String kind = object.path("kind").asString("").toLowerCase(Locale.ROOT);
        return (group.isEmpty() ? kind : kind + "." + group) + "/" + object.path("metadata").path("name").asString("");
    }
}
