package dev.tiphys.sandbox.argocd;

import java.util.Map;

/// A cluster that Argo CD deploys to, from its Secret.
///
/// @param member its name in the kube store; empty when the sandbox plays no such cluster
record Cluster(String name, String server, String member, String project, Map<String, String> labels,
        Map<String, String> annotations) {

    static final String IN_CLUSTER = "https://kubernetes.default.svc";

    Cluster {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }
}
