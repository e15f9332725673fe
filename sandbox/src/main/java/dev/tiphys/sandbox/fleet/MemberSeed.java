package dev.tiphys.sandbox.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.workloads.SettledWorkloads;

/// Fills member clusters with what Argo CD has deployed there.
final class MemberSeed {

    private static final String TRACKING = "argocd.argoproj.io/tracking-id";

    private final World world;

    MemberSeed(World world) {
        this.world = world;
    }

    void seedNamespaces(Member member, List<Component> components) {
        Set<String> names = new TreeSet<>(List.of("default", "kube-system", "argo-rollouts"));
        components.forEach(component -> names.add(component.owner().namespace()));
        names.forEach(name -> world.store().create(member.name(), namespace(name)));
    }

    static ObjectNode namespace(String name) {
        return Template.fill("""
                {"apiVersion": "v1", "kind": "Namespace",
                 "metadata": {"name": "${name}", "labels": {"kubernetes.io/metadata.name": "${name}"}},
                 "spec": {"finalizers": ["kubernetes"]}, "status": {"phase": "Active"}}""", Map.of("name", name));
    }

    SettledApplication deploy(Component component, Member member) {
        List<ObjectNode> objects = new WorkloadManifests(component, component.liveVersion(member)).all();
        for (ObjectNode object : objects) {
            track(object, component, member);
            if (object.path("spec").has("template")) {
                new SettledWorkloads(world, member.name()).create(object, former(component, member));
            } else {
                world.store().create(member.name(), object);
            }
        }
        return new SettledApplication(component, member, objects);
    }

    private static void track(ObjectNode object, Component component, Member member) {
        String namespace = component.owner().namespace();
        ObjectMeta.of(object).put("namespace", namespace);
        Kind kind = Kind.find(object.path("apiVersion").asString(""), object.path("kind").asString("")).orElseThrow();
        ObjectMeta.of(object).withObjectProperty("annotations").put(TRACKING,
                SettledApplication.name(component, member) + ":" + kind.group() + "/" + kind.name() + ":" + namespace
                        + "/" + ObjectMeta.name(object));
    }

    // Large fleets (one replica each) keep no former ReplicaSets: they would be most of the memory.
    private static List<JsonNode> former(Component component, Member member) {
        List<JsonNode> templates = new ArrayList<>();
        for (String version : component.versions()) {
            if (component.replicas() > 1 && !version.equals(component.liveVersion(member))) {
                templates.add(new WorkloadManifests(component, version).workload().path("spec").path("template"));
            }
        }
        return templates;
    }
}
