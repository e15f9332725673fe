package dev.tiphys.argo.hub;

import io.fabric8.kubernetes.client.KubernetesClientException;

import dev.tiphys.argo.ArgoException;

/// Turns the Kubernetes API's refusals into the errors that callers decide by.
final class HubFailures {

    private HubFailures() {
    }

    static ArgoException missing(String system, String operation) {
        return new ArgoException.NotFound(system, operation, "not found", "Check the name and the namespace.");
    }

    static ArgoException of(String system, String operation, KubernetesClientException failure) {
        String words = failure.getStatus() == null || failure.getStatus().getMessage() == null
                ? String.valueOf(failure.getMessage())
                : failure.getStatus().getMessage();
        return switch (failure.getCode()) {
            case 401 -> new ArgoException.Unauthenticated(system, operation, words,
                    "Renew the token that Tiphys uses for this cluster.");
            case 403 -> new ArgoException.Forbidden(system, operation, words,
                    "Give the service account of Tiphys this right.");
            case 404 -> new ArgoException.NotFound(system, operation, words, "Check the name and the namespace.");
            case 409 -> new ArgoException.Conflict(system, operation, words,
                    "Look at its present state and try again.");
            case 0, 429, 500, 502, 503, 504 -> new ArgoException.Unavailable(system, operation, words,
                    "Check that the cluster's API runs and that its address is right.", null, failure);
            default -> new ArgoException.Refused(system, operation, failure.getCode(), words,
                    "Change what the message names.");
        };
    }
}
