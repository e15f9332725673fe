package dev.tiphys.sandbox.argocd;

import java.util.List;

import tools.jackson.databind.JsonNode;

/// Which Applications a list or stream shows to a caller.
///
/// @param projects empty for all
record ApplicationQuery(Caller caller, String name, List<String> projects, LabelSelector selector, String repo,
        String namespace) {

    static ApplicationQuery of(Call call) {
        return new ApplicationQuery(call.caller(), call.query("name"), call.projects(),
                LabelSelector.parse(call.query("selector")), call.query("repo"), call.query("appNamespace"));
    }

    boolean matches(Application application) {
        JsonNode labels = application.json().path("metadata").path("labels");
        return (name.isEmpty() || name.equals(application.name()))
                && (projects.isEmpty() || projects.contains(application.project()))
                && (namespace.isEmpty() || namespace.equals(Informer.NAMESPACE))
                && (repo.isEmpty() || repo.equals(application.source().path("repoURL").asString("")))
                && selector.matches(labels)
                && caller.may(ApplicationAccess.RESOURCE, "get", ApplicationAccess.object(application));
    }
}
