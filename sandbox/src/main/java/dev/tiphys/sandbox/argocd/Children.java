package dev.tiphys.sandbox.argocd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.kube.WatchEvent;

/// The Applications that belong to ApplicationSets, by their owner references.
final class Children {

    private final ApplicationStore applications;
    private final Map<String, ObjectNode> shapes = new HashMap<>();

    Children(ApplicationStore applications) {
        this.applications = applications;
    }

    /// The name of the set that owns a changed Application, unless only its status or operation changed.
    Optional<String> ownerIfChanged(WatchEvent event) {
        ObjectNode json = event.object();
        String owner = owner(json);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        if (event.type() == WatchEvent.Type.DELETED) {
            shapes.remove(ObjectMeta.name(json));
            return Optional.of(owner);
        }
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        shape.set("spec", json.path("spec"));
        for (String field : List.of("labels", "annotations", "finalizers")) {
            shape.set(field, json.path("metadata").path(field));
        }
        return shape.equals(shapes.put(ObjectMeta.name(json), shape)) ? Optional.empty() : Optional.of(owner);
    }

    static String owner(JsonNode application) {
        for (JsonNode reference : application.path("metadata").path("ownerReferences")) {
            if (reference.path("kind").asString("").equals(Kind.APPLICATION_SET.name())) {
                return reference.path("name").asString("");
            }
        }
        return "";
    }

    /// Creates, overwrites and deletes so that exactly `wanted` is there, as far as the set's policy allows.
    void bring(ObjectNode set, List<ObjectNode> wanted) {
        String policy = set.path("spec").path("syncPolicy").path("applicationsSync").asString("sync");
        for (ObjectNode child : wanted) {
            Optional<Application> present = applications.find(ObjectMeta.name(child));
            if (present.isEmpty()) {
                create(set, child);
            } else if (policy.equals("sync") || policy.equals("create-update")) {
                overwrite(set, present.get(), child);
            }
        }
        if (policy.equals("sync") || policy.equals("create-delete")) {
            deleteOthers(set, wanted.stream().map(ObjectMeta::name).collect(Collectors.toSet()));
        }
    }

    private void create(ObjectNode set, ObjectNode child) {
        ObjectNode application = child.deepCopy();
        ObjectNode owner = ObjectMeta.of(application).putArray("ownerReferences").addObject();
        owner.put("apiVersion", Kind.APPLICATION_SET.apiVersion()).put("kind", Kind.APPLICATION_SET.name())
                .put("name", ObjectMeta.name(set)).put("uid", ObjectMeta.uid(set)).put("controller", true)
                .put("blockOwnerDeletion", true);
        applications.world().store().create(World.HUB, application);
    }

    private void overwrite(ObjectNode set, Application present, ObjectNode child) {
        if (!owner(present.json()).equals(ObjectMeta.name(set))) {
            throw new IllegalArgumentException("Object argocd/" + present.name()
                    + " is not owned by this ApplicationSet");
        }
        if (!present.isDeleting()) {
            applications.change(present.name(), live -> new ChildMerge(set).apply(live, child));
        }
    }

    private void deleteOthers(ObjectNode set, Set<String> wanted) {
        List<String> superfluous = new ArrayList<>();
        for (ObjectNode json : applications.all()) {
            if (owner(json).equals(ObjectMeta.name(set)) && !wanted.contains(ObjectMeta.name(json))) {
                superfluous.add(ObjectMeta.name(json));
            }
        }
        superfluous.forEach(name -> applications.world().store().delete(World.HUB, Kind.APPLICATION,
                Informer.NAMESPACE, name));
    }

    /// The present state of those Applications.
    List<Application> statusOf(List<ObjectNode> wanted) {
        return wanted.stream().map(ObjectMeta::name).map(applications::find).flatMap(Optional::stream).toList();
    }
}
