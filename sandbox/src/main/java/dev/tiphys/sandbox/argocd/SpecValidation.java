package dev.tiphys.sandbox.argocd;

import tools.jackson.databind.JsonNode;

/// The check of a spec before it is stored: project, destination, and whether its manifests can be made.
record SpecValidation(ApplicationStore applications, Renderer renderer, ClusterDirectory clusters, Informer projects,
        ArgoCdTimings timings) {

    void check(Call call, Application application) throws InterruptedException {
        applications.world().clock().sleep(timings.validation());
        call.deadline().check();
        JsonNode source = application.source();
        if (source.path("repoURL").asString("").isEmpty()) {
            throw invalid(application,
                    "spec.source.repoURL and either spec.source.path or spec.source.chart are required");
        }
        if (projects.find(application.project()).isEmpty()) {
            throw GrpcException.invalid("app is not allowed in project \"" + application.project()
                    + "\", or the project does not exist");
        }
        if (clusters.find(application.destination()).isEmpty()) {
            throw invalid(application, DestinationProblem.unknown(application));
        }
        try {
            renderer.render(application, source, renderer.repositories().resolve(source, application.targetRevision()));
        } catch (IllegalArgumentException | GrpcException unrendered) {
            throw invalid(application, "Unable to generate manifests in " + source.path("path").asString("") + ": "
                    + unrendered.getMessage());
        }
    }

    private static GrpcException invalid(Application application, String why) {
        return GrpcException.invalid("application spec for " + application.name() + " is invalid: InvalidSpecError: "
                + why);
    }
}
