package dev.tiphys.sandbox.argocd;

/// Argo CD's words for a destination that cannot be used.
final class DestinationProblem {

    private DestinationProblem() {
    }

    static String unknown(Application application) {
        String server = application.destination().path("server").asString("");
        if (!server.isEmpty()) {
            return "error getting cluster by server \"" + server + "\": cluster \"" + server + "\" not found";
        }
        String name = application.destination().path("name").asString("");
        return name.isEmpty()
                ? "destination server missing from app spec"
                : "unable to find destination server: there are no clusters with this name: " + name;
    }

    static String unreachable(Cluster cluster) {
        return "failed to get cluster info for \"" + cluster.server() + "\": error synchronizing cache state : Get \""
                + cluster.server() + "/version?timeout=32s\": dial tcp: i/o timeout";
    }
}
