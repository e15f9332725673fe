package dev.tiphys.sandbox.workflows.pods;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.tiphys.sandbox.kubeapi.ServiceAccountTokens;

/// How pods reach the API server of the cluster that they run in, each as its service account.
///
/// @param kubernetes the API server's address
public record ClusterAccess(URI kubernetes) {

    static String token(PodRequest request) {
        return ServiceAccountTokens.of(request.namespace(), request.serviceAccount());
    }

    /// Adds what a kubelet would put into the pod: where the API server is, and the token of the service account.
    Map<String, String> into(PodRequest request, Map<String, String> environment) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putIfAbsent("KUBERNETES_URL", kubernetes.toString());
        all.putIfAbsent("KUBERNETES_TOKEN", token(request));
        all.putIfAbsent("KUBERNETES_NAMESPACE", request.namespace());
        return all;
    }
}
