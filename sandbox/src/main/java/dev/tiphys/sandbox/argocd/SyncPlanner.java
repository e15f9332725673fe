package dev.tiphys.sandbox.argocd;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Works out what one operation must apply, and in which sync waves.
final class SyncPlanner {

    private final Renderer renderer;
    private final Comparer comparer;
    private final ClusterDirectory clusters;

    SyncPlanner(Renderer renderer, Comparer comparer, ClusterDirectory clusters) {
        this.renderer = renderer;
        this.comparer = comparer;
        this.clusters = clusters;
    }

    /// @param member where to apply
    /// @param partial whether only chosen resources are synced, which leaves no history
    record SyncPlan(String member, JsonNode source, String revision, SortedMap<Integer, List<ObjectNode>> waves,
            List<LiveObject> extra, boolean partial) {}

    /// The cluster an Application goes to; one that is unknown is an [IllegalArgumentException].
    Cluster cluster(Application application) {
        return clusters.find(application.destination())
                .orElseThrow(() -> new IllegalArgumentException(DestinationProblem.unknown(application)));
    }

    boolean canReach(Cluster cluster) {
        return comparer.canReach(cluster);
    }

    /// Plans the Application's requested operation; a source that cannot be rendered is an [IllegalArgumentException].
    SyncPlan plan(Application application, JsonNode operation) {
        JsonNode sync = operation.path("sync");
        JsonNode source = sync.path("source").isObject() ? sync.path("source") : application.source();
        String asked = sync.path("revision").asString("");
        String revision = resolve(source, asked.isEmpty() ? application.targetRevision() : asked);
        List<ObjectNode> wanted = renderer.render(application, source, revision);
        JsonNode chosen = sync.path("resources");
        SortedMap<Integer, List<ObjectNode>> waves = new TreeMap<>();
        for (ObjectNode object : wanted) {
            if (chosen.isEmpty() || isChosen(chosen, ResourceKey.of(object))) {
                waves.computeIfAbsent(wave(object), key -> new ArrayList<>()).add(object);
            }
        }
        List<ResourceKey> keys = wanted.stream().map(ResourceKey::of).toList();
        List<LiveObject> extra = comparer.live().of(application.name()).stream()
                .filter(live -> live.managed() && !keys.contains(live.key()))
                .filter(live -> chosen.isEmpty() || isChosen(chosen, live.key())).toList();
        return new SyncPlan(cluster(application).member(), source, revision, waves, extra, !chosen.isEmpty());
    }

    private String resolve(JsonNode source, String revision) {
        try {
            return renderer.repositories().resolve(source, revision);
        } catch (GrpcException unavailable) {
            throw new IllegalArgumentException(unavailable.getMessage(), unavailable);
        }
    }

    private static boolean isChosen(JsonNode chosen, ResourceKey key) {
        for (JsonNode each : chosen) {
            String namespace = each.path("namespace").asString("");
            if (each.path("group").asString("").equals(key.group()) && each.path("kind").asString("").equals(key.kind())
                    && each.path("name").asString("").equals(key.name())
                    && (namespace.isEmpty() || namespace.equals(key.namespace()))) {
                return true;
            }
        }
        return false;
    }

    private static int wave(ObjectNode object) {
        String wave = object.path("metadata").path("annotations").path("argocd.argoproj.io/sync-wave").asString("0");
        try {
            return Integer.parseInt(wave);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /// The present health of an object that was applied, by the cache of its cluster.
    Health health(String application, ObjectNode object) {
        ResourceKey key = ResourceKey.of(object);
        return comparer.live().of(application).stream().filter(live -> live.key().equals(key)).findFirst()
                .map(live -> HealthChecks.check(live.json()).orElse(Health.HEALTHY))
                .orElse(new Health("Missing", ""));
    }
}
