package dev.tiphys.sandbox.workloads;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// A ReplicaSet as its owner sees it.
record ReplicaSet(SetOwner owner, ObjectNode object) {

    static final String SCALE_DOWN_DEADLINE = "scale-down-deadline";

    /// A new one for the owner's present template, with no pods yet.
    static ReplicaSet of(SetOwner owner, ObjectNode parent, int revision) {
        String hash = PodTemplate.hash(parent.path("spec").path("template"));
        ObjectNode set = JsonMapper.shared().createObjectNode();
        set.put("apiVersion", Kind.REPLICA_SET.apiVersion()).put("kind", Kind.REPLICA_SET.name());
        ObjectNode meta = set.putObject("metadata");
        meta.put("name", ObjectMeta.name(parent) + "-" + hash).put("namespace", ObjectMeta.namespace(parent));
        meta.putObject("annotations").put(owner.revisionAnnotation(), Integer.toString(revision));
        meta.putArray("ownerReferences").addObject().put("apiVersion", owner.kind().apiVersion())
                .put("kind", owner.kind().name()).put("name", ObjectMeta.name(parent))
                .put("uid", ObjectMeta.uid(parent)).put("controller", true).put("blockOwnerDeletion", true);
        ObjectNode spec = set.putObject("spec").put("replicas", 0);
        ObjectNode template = (ObjectNode) parent.path("spec").path("template").deepCopy();
        spec.set("template", template);
        ObjectNode labels = ObjectMeta.of(template).withObjectProperty("labels").put(owner.hashLabel(), hash);
        spec.putObject("selector").set("matchLabels", labels.deepCopy());
        meta.set("labels", labels.deepCopy());
        return new ReplicaSet(owner, set);
    }

    String name() {
        return ObjectMeta.name(object);
    }

    String hash() {
        return object.path("metadata").path("labels").path(owner.hashLabel()).asString("");
    }

    int revision() {
        return object.path("metadata").path("annotations").path(owner.revisionAnnotation()).asInt(0);
    }

    int desired() {
        return object.path("spec").path("replicas").asInt(0);
    }

    int replicas() {
        return object.path("status").path("replicas").asInt(0);
    }

    int available() {
        return object.path("status").path("availableReplicas").asInt(0);
    }

    String scaleDownDeadline() {
        return object.path("metadata").path("annotations").path(SCALE_DOWN_DEADLINE).asString("");
    }
}
