package dev.tiphys.sandbox.argocd;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.node.ObjectNode;

/// The controller's look at each cluster every few seconds: whether it answers, and how many Applications it has. A
/// cluster without any is not looked at.
final class ClusterMonitor {

    private final ApplicationStore applications;
    private final ClusterDirectory clusters;
    private final ClusterReachability reachability;
    private final ArgoCdTimings timings;
    private final Map<String, Connection> seen = new ConcurrentHashMap<>();

    ClusterMonitor(ApplicationStore applications, ClusterDirectory clusters, ClusterReachability reachability,
            ArgoCdTimings timings) {
        this.applications = applications;
        this.clusters = clusters;
        this.reachability = reachability;
        this.timings = timings;
    }

    /// @param attemptedAt empty before the first look
    record Connection(String status, String message, String attemptedAt, int applications) {

        static final Connection NEVER = new Connection("Unknown", "", "", 0);
    }

    void start() {
        applications.world().clock().execute(this::look);
    }

    Connection of(Cluster cluster) {
        return seen.getOrDefault(cluster.server(), Connection.NEVER);
    }

    private void look() {
        Map<String, Integer> counts = new HashMap<>();
        for (ObjectNode json : applications.all()) {
            clusters.find(json.path("spec").path("destination"))
                    .ifPresent(cluster -> counts.merge(cluster.server(), 1, Integer::sum));
        }
        for (Cluster cluster : clusters.all()) {
            seen.put(cluster.server(), look(cluster, counts.getOrDefault(cluster.server(), 0)));
        }
        applications.world().clock().schedule(timings.clusterInfo(), this::look);
    }

    private Connection look(Cluster cluster, int count) {
        String now = applications.now();
        if (count == 0) {
            return new Connection("Unknown", "Cluster has no applications and is not being monitored.", now, 0);
        }
        if (!reachability.isReachable(cluster.name()) || cluster.member().isEmpty()) {
            return new Connection("Failed", DestinationProblem.unreachable(cluster), now, count);
        }
        return new Connection("Successful", "", now, count);
    }
}
