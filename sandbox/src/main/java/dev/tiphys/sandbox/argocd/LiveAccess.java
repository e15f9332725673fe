package dev.tiphys.sandbox.argocd;

import java.util.Optional;

/// Finds the live object that a call names, which must be part of the Application's tree, in a cluster that answers.
record LiveAccess(ApplicationStore applications, LiveObjects live, ClusterDirectory clusters,
        ClusterReachability reachability, ArgoCdTimings timings) {

    /// What a call names by `group`, `version`, `kind`, `namespace` and `resourceName`.
    record Name(ResourceKey key, String version) {

        static Name ofQuery(Call call) {
            return checked(call.query("resourceName"), call.query("version"), call.query("kind"), call.query("group"),
                    call.query("namespace"));
        }

        static Name ofBody(Body body) {
            return checked(body.text("resourceName"), body.text("version"), body.text("kind"), body.text("group"),
                    body.text("namespace"));
        }

        private static Name checked(String name, String version, String kind, String group, String namespace) {
            if (name.isEmpty()) {
                throw ApplicationsApi.missing("resourceName");
            }
            if (version.isEmpty()) {
                throw ApplicationsApi.missing("version");
            }
            if (kind.isEmpty()) {
                throw ApplicationsApi.missing("kind");
            }
            return new Name(new ResourceKey(group, kind, namespace, name), version);
        }
    }

    LiveObject require(Call call, Application application, Name name) throws InterruptedException {
        ResourceKey key = name.key();
        Optional<LiveObject> found = live.of(application.name()).stream().filter(object -> object.key().equals(key))
                .findFirst();
        if (found.isEmpty()) {
            throw GrpcException.invalid(key.kind() + " " + key.group() + " " + key.name()
                    + " not found as part of application " + application.name());
        }
        requireReachable(call, application);
        return found.get();
    }

    void requireReachable(Call call, Application application) throws InterruptedException {
        Cluster cluster = clusters.find(application.destination())
                .orElseThrow(() -> GrpcException.unknown(DestinationProblem.unknown(application)));
        if (!reachability.isReachable(cluster.name())) {
            applications.world().clock().sleep(timings.unreachable());
            call.deadline().check();
            throw GrpcException.unknown("error getting resource: Get \"" + cluster.server()
                    + "/apis\": dial tcp: i/o timeout");
        }
    }
}
