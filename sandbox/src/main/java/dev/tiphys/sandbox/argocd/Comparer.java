package dev.tiphys.sandbox.argocd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

/// Compares an Application's desired objects with the live ones of its cluster.
final class Comparer {

    private final Renderer renderer;
    private final LiveObjects live;
    private final ClusterDirectory clusters;
    private final ClusterReachability reachability;

    Comparer(Renderer renderer, LiveObjects live, ClusterDirectory clusters, ClusterReachability reachability) {
        this.renderer = renderer;
        this.live = live;
        this.clusters = clusters;
        this.reachability = reachability;
    }

    LiveObjects live() {
        return live;
    }

    /// Compares with `revision`, or with what the target revision resolves to now when that is empty.
    Comparison compare(Application application, String revision) {
        Optional<Comparison.Condition> problem = destinationProblem(application);
        if (problem.isPresent()) {
            return blind(application, revision, problem.get());
        }
        try {
            String resolved = revision.isEmpty()
                    ? renderer.repositories().resolve(application.source(), application.targetRevision())
                    : revision;
            return compare(application, resolved, renderer.render(application, application.source(), resolved));
        } catch (IllegalArgumentException | GrpcException unrendered) {
            return unrendered(application, revision, "Failed to load target state: " + unrendered.getMessage());
        }
    }

    private Optional<Comparison.Condition> destinationProblem(Application application) {
        Optional<Cluster> cluster = clusters.find(application.destination());
        if (cluster.isEmpty()) {
            return Optional.of(new Comparison.Condition("InvalidSpecError", DestinationProblem.unknown(application)));
        }
        return canReach(cluster.get())
                ? Optional.empty()
                : Optional.of(new Comparison.Condition("ComparisonError",
                        "Failed to load live state: " + DestinationProblem.unreachable(cluster.get())));
    }

    boolean canReach(Cluster cluster) {
        return !cluster.member().isEmpty() && reachability.isReachable(cluster.name());
    }

    private static Comparison blind(Application application, String revision, Comparison.Condition problem) {
        List<Comparison.Resource> resources = new ArrayList<>();
        String known = application.json().path("status").path("sync").path("revision").asString(revision);
        List<String> images = new ArrayList<>();
        application.json().path("status").path("summary").path("images").forEach(i -> images.add(i.asString("")));
        return new Comparison(application.spec(), "Unknown", known, new Health("Unknown", ""), resources, images,
                Optional.of(problem));
    }

    private Comparison unrendered(Application application, String revision, String message) {
        List<Comparison.Resource> resources = live.of(application.name()).stream().filter(LiveObject::managed)
                .map(object -> new Comparison.Resource(object.json(), "Unknown", HealthChecks.check(object.json()),
                        false))
                .toList();
        return new Comparison(application.spec(), "Unknown", revision, worst(resources), resources,
                live.images(application.name()), Optional.of(new Comparison.Condition("ComparisonError", message)));
    }

    private Comparison compare(Application application, String revision, List<ObjectNode> wanted) {
        Map<ResourceKey, ObjectNode> present = new LinkedHashMap<>();
        live.of(application.name()).stream().filter(LiveObject::managed)
                .forEach(object -> present.put(object.key(), object.json()));
        List<Comparison.Resource> resources = new ArrayList<>();
        for (ObjectNode object : wanted) {
            resources.add(compare(object, Optional.ofNullable(present.remove(ResourceKey.of(object)))));
        }
        present.values().forEach(
                extra -> resources.add(new Comparison.Resource(extra, "OutOfSync", HealthChecks.check(extra), true)));
        boolean synced = resources.stream().allMatch(resource -> resource.status().equals("Synced"));
        return new Comparison(application.spec(), synced ? "Synced" : "OutOfSync", revision, worst(resources),
                resources, live.images(application.name()), Optional.empty());
    }

    private static Comparison.Resource compare(ObjectNode wanted, Optional<ObjectNode> present) {
        if (present.isEmpty()) {
            return new Comparison.Resource(wanted, "OutOfSync", Optional.of(new Health("Missing", "")), false);
        }
        String status = Likeness.holds(present.get(), wanted) ? "Synced" : "OutOfSync";
        return new Comparison.Resource(present.get(), status, HealthChecks.check(present.get()), false);
    }

    // Missing objects lower the health only when nothing is there at all.
    private static Health worst(List<Comparison.Resource> resources) {
        boolean nothingThere = !resources.isEmpty() && resources.stream().allMatch(Comparer::isMissing);
        Health worst = nothingThere ? new Health("Missing", "") : Health.HEALTHY;
        for (Comparison.Resource resource : resources) {
            Health health = resource.health().orElse(Health.HEALTHY);
            if (!isMissing(resource) && !resource.prunable() && health.isWorseThan(worst)) {
                worst = health;
            }
        }
        return worst;
    }

    private static boolean isMissing(Comparison.Resource resource) {
        return resource.health().map(Health::status).orElse("").equals("Missing");
    }
}
