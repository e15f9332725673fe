package dev.tiphys.fleet;

import java.util.Map;

import dev.tiphys.argo.cd.Clusters.Cluster;

/// One cluster with the environment its labels put it in.
///
/// @param environment empty when its labels match none
public record FleetCluster(String argoCd, Cluster cluster, String environment) {

    public String name() {
        return cluster.name();
    }

    public Map<String, String> labels() {
        return cluster.labels();
    }

    /// Whether Argo CD reaches it; one without applications is not watched and counts as reachable.
    public boolean isReachable() {
        return !cluster.connection().equals("Failed");
    }
}
