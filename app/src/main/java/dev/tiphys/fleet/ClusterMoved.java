package dev.tiphys.fleet;

/// The labels of a cluster put it into another environment than before. Published once for all replicas, inside the
/// transaction that puts it on record.
///
/// @param from empty when it lay in none
/// @param to empty when it lies in none now
public record ClusterMoved(String argoCd, String cluster, String from, String to) {

    /// As plans name it.
    public String key() {
        return argoCd + "/" + cluster;
    }

    /// Such as `cluster prod-west moved from prod-west to dev`.
    public String words() {
        return "cluster " + cluster + " moved from " + named(from) + " to " + named(to);
    }

    private static String named(String environment) {
        return environment.isEmpty() ? "no environment" : environment;
    }
}
