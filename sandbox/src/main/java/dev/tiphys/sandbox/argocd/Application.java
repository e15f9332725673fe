package dev.tiphys.sandbox.argocd;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.ObjectMeta;

/// An Application object, read in Argo CD's words.
record Application(ObjectNode json) {

    static final String REFRESH = "argocd.argoproj.io/refresh";
    static final String SKIP_RECONCILE = "argocd.argoproj.io/skip-reconcile";
    static final String FINALIZER = "resources-finalizer.argocd.argoproj.io";

    String name() {
        return ObjectMeta.name(json);
    }

    String project() {
        String project = spec().path("project").asString("");
        return project.isEmpty() ? "default" : project;
    }

    JsonNode spec() {
        return json.path("spec");
    }

    /// The source; of several the first.
    JsonNode source() {
        return isMultiSource() ? spec().path("sources").path(0) : spec().path("source");
    }

    boolean isMultiSource() {
        return !spec().path("sources").isEmpty();
    }

    JsonNode destination() {
        return spec().path("destination");
    }

    String targetRevision() {
        return source().path("targetRevision").asString("");
    }

    boolean isAutomated() {
        JsonNode automated = spec().path("syncPolicy").path("automated");
        return automated.isObject() && automated.path("enabled").asBoolean(true);
    }

    JsonNode operation() {
        return json.path("operation");
    }

    boolean hasOperation() {
        return operation().isObject();
    }

    JsonNode operationState() {
        return json.path("status").path("operationState");
    }

    String operationPhase() {
        return operationState().path("phase").asString("");
    }

    String annotation(String name) {
        return json.path("metadata").path("annotations").path(name).asString("");
    }

    boolean hasAnnotation(String name) {
        return json.path("metadata").path("annotations").has(name);
    }

    boolean isDeleting() {
        return json.path("metadata").has("deletionTimestamp");
    }

    static boolean isCompleted(String phase) {
        return switch (phase) {
            case "Succeeded", "Failed", "Error" -> true;
            default -> false;
        };
    }
}
