package dev.tiphys.fleet.web;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.fleet.FleetCluster;

/// A cluster in the JSON API.
record ClusterJson(String name, String argoCd, String environment, Map<String, String> labels, String server,
        String version, String connection, String message, boolean reachable, int applications,
        @Nullable Instant attemptedAt) {

    static ClusterJson of(FleetCluster known) {
        var cluster = known.cluster();
        return new ClusterJson(cluster.name(), known.argoCd(), known.environment(), cluster.labels(), cluster.server(),
                cluster.serverVersion(), cluster.connection(), cluster.connectionMessage(), known.isReachable(),
                cluster.applications(), cluster.attemptedAt());
    }
}
