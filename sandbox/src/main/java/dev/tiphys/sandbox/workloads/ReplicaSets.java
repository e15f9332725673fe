package dev.tiphys.sandbox.workloads;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// The ReplicaSets of one Rollout or Deployment.
final class ReplicaSets {

    private final World world;
    private final String cluster;
    private final SetOwner owner;
    private final ObjectNode parent;

    ReplicaSets(World world, String cluster, SetOwner owner, ObjectNode parent) {
        this.world = world;
        this.cluster = cluster;
        this.owner = owner;
        this.parent = parent;
    }

    /// All of them, the latest revision first.
    List<ReplicaSet> list() {
        String uid = ObjectMeta.uid(parent);
        return world.store().list(cluster, Kind.REPLICA_SET, ObjectMeta.namespace(parent)).stream()
                .filter(set -> set.path("metadata").path("ownerReferences").path(0).path("uid").asString("")
                        .equals(uid))
                .map(set -> new ReplicaSet(owner, set))
                .sorted(Comparator.comparingInt(ReplicaSet::revision).reversed()).toList();
    }

    Optional<ReplicaSet> find(String hash) {
        return list().stream().filter(set -> set.hash().equals(hash)).findFirst();
    }

    /// The one of the owner's present template: made when it is missing, and always the latest revision.
    ReplicaSet current() {
        String hash = PodTemplate.hash(parent.path("spec").path("template"));
        List<ReplicaSet> all = list();
        int latest = all.stream().mapToInt(ReplicaSet::revision).max().orElse(0);
        Optional<ReplicaSet> present = all.stream().filter(set -> set.hash().equals(hash)).findFirst();
        if (present.isEmpty()) {
            ReplicaSet made = ReplicaSet.of(owner, parent, latest + 1);
            return new ReplicaSet(owner, world.store().create(cluster, made.object()));
        }
        if (present.get().revision() == latest) {
            return present.get();
        }
        return annotate(present.get(), owner.revisionAnnotation(), Integer.toString(latest + 1));
    }

    /// Asks for `replicas` pods and drops a planned scale-down.
    ReplicaSet scale(ReplicaSet set, int replicas) {
        return change(set, object -> {
            ((ObjectNode) object.path("spec")).put("replicas", replicas);
            if (object.path("metadata").path("annotations") instanceof ObjectNode annotations) {
                annotations.remove(ReplicaSet.SCALE_DOWN_DEADLINE);
            }
        });
    }

    /// Takes a set down once `delay` has passed since it was first asked, and answers how long that still takes.
    Optional<Duration> scaleDownAfter(ReplicaSet set, Duration delay) {
        if (set.desired() == 0) {
            return Optional.empty();
        }
        Instant now = world.clock().now();
        if (set.scaleDownDeadline().isEmpty()) {
            Instant deadline = now.plus(delay).truncatedTo(ChronoUnit.SECONDS);
            annotate(set, ReplicaSet.SCALE_DOWN_DEADLINE, deadline.toString());
            return Optional.of(delay);
        }
        Duration left = Duration.between(now, Instant.parse(set.scaleDownDeadline()));
        if (left.isPositive()) {
            return Optional.of(left);
        }
        scale(set, 0);
        return Optional.empty();
    }

    /// Forgets the oldest sets without pods beyond `limit`.
    void trim(int limit) {
        List<ReplicaSet> idle = list().stream().filter(set -> set.desired() == 0 && set.replicas() == 0).toList();
        idle.stream().skip(limit).forEach(
                set -> world.store().delete(cluster, Kind.REPLICA_SET, ObjectMeta.namespace(parent), set.name()));
    }

    private ReplicaSet annotate(ReplicaSet set, String name, @Nullable String value) {
        return change(set, object -> ObjectMeta.of(object).withObjectProperty("annotations").put(name, value));
    }

    private ReplicaSet change(ReplicaSet set, java.util.function.Consumer<ObjectNode> change) {
        return new ReplicaSet(owner, world.store().update(cluster, Kind.REPLICA_SET, ObjectMeta.namespace(parent),
                set.name(), change));
    }
}
