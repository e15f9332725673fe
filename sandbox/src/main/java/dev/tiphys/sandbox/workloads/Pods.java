package dev.tiphys.sandbox.workloads;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// The pods of ReplicaSets. However many replicas are asked for, only the first few exist as objects: enough to see
/// images and states.
final class Pods {

    private static final int SHOWN = 2;

    private final KubeStore store;
    private final String cluster;

    Pods(KubeStore store, String cluster) {
        this.store = store;
        this.cluster = cluster;
    }

    /// Brings the number of a set's pods to what it asks for, and their state to `available`.
    void settle(ObjectNode set, int wanted, boolean available, boolean crashing) {
        List<ObjectNode> present = of(set);
        int shown = Math.min(wanted, SHOWN);
        for (int i = shown; i < present.size(); i++) {
            store.delete(cluster, Kind.POD, ObjectMeta.namespace(set), ObjectMeta.name(present.get(i)));
        }
        for (int i = present.size(); i < shown; i++) {
            store.create(cluster, pod(set));
        }
        for (ObjectNode pod : of(set)) {
            store.update(cluster, Kind.POD, ObjectMeta.namespace(set), ObjectMeta.name(pod),
                    object -> object.set("status", status(object, available, crashing)));
        }
    }

    /// Removes all pods of a set, as evictions do.
    void evict(ObjectNode set) {
        of(set).forEach(pod -> store.delete(cluster, Kind.POD, ObjectMeta.namespace(set), ObjectMeta.name(pod)));
    }

    private List<ObjectNode> of(ObjectNode set) {
        String uid = ObjectMeta.uid(set);
        return store.list(cluster, Kind.POD, ObjectMeta.namespace(set)).stream().filter(
                pod -> pod.path("metadata").path("ownerReferences").path(0).path("uid").asString("").equals(uid))
                .toList();
    }

    private static ObjectNode pod(ObjectNode set) {
        ObjectNode pod = JsonMapper.shared().createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode meta = pod.putObject("metadata");
        meta.put("generateName", ObjectMeta.name(set) + "-").put("namespace", ObjectMeta.namespace(set));
        meta.set("labels", set.path("spec").path("template").path("metadata").path("labels").deepCopy());
        meta.putArray("ownerReferences").addObject().put("apiVersion", "apps/v1").put("kind", "ReplicaSet")
                .put("name", ObjectMeta.name(set)).put("uid", ObjectMeta.uid(set)).put("controller", true)
                .put("blockOwnerDeletion", true);
        pod.set("spec", set.path("spec").path("template").path("spec").deepCopy());
        return pod;
    }

    private static ObjectNode status(ObjectNode pod, boolean available, boolean crashing) {
        ObjectNode status = JsonMapper.shared().createObjectNode();
        status.put("phase", available || crashing ? "Running" : "Pending");
        ObjectNode ready = status.putArray("conditions").addObject().put("type", "Ready");
        ready.put("status", available ? "True" : "False");
        for (JsonNode container : pod.path("spec").path("containers")) {
            ObjectNode state = status.withArrayProperty("containerStatuses").addObject();
            state.put("name", container.path("name").asString("")).put("image", container.path("image").asString(""));
            state.put("ready", available).put("restartCount", crashing ? 3 : 0);
            describe(state.putObject("state"), available, crashing);
        }
        return status;
    }

    private static void describe(ObjectNode state, boolean available, boolean crashing) {
        if (available) {
            state.putObject("running");
        } else if (crashing) {
            state.putObject("waiting").put("reason", "CrashLoopBackOff").put("message",
                    "back-off 10s restarting failed container");
        } else {
            state.putObject("waiting").put("reason", "ContainerCreating");
        }
    }
}
