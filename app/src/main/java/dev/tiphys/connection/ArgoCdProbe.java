package dev.tiphys.connection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.argo.cd.Clusters;

/// Looks at an Argo CD: its version tells that it answers, the session that it knows the token.
///
/// @param key of the configuration, such as `tiphys.argocd[0]`
record ArgoCdProbe(ArgoCd server, String address, BearerToken secret, String key, CallMetrics metrics,
        Clock clock) implements ConnectionProbe {

    @Override
    public String id() {
        return "argocd-" + server.name();
    }

    @Override
    public String name() {
        return "Argo CD " + server.name();
    }

    @Override
    public Finding look() {
        String version = server.clusters().version();
        server.clusters().username();
        return Finding.well(version);
    }

    // Whether it may run the action that aborts a rollout cannot be asked: Argo CD answers no even to those who may.
    @Override
    public List<TokenRight> rights() {
        Clusters clusters = server.clusters();
        return List.of(right(clusters, "see", "get", "applications", "*/*", true),
                right(clusters, "see", "get", "clusters", "*", true),
                right(clusters, "see", "get", "projects", "*", true),
                right(clusters, "sync and end the operations of", "sync", "applications", "*/*", true),
                right(clusters, "change", "update", "applications", "*/*", false),
                right(clusters, "delete", "delete", "applications", "*/*", false),
                right(clusters, "change", "update", "clusters", "*", false));
    }

    private static TokenRight right(Clusters clusters, String verb, String action, String resource, String object,
            boolean wanted) {
        return new TokenRight(verb + " " + resource, clusters.may(resource, action, object), wanted);
    }

    @Override
    public Optional<PortalToken> token() {
        return Optional.of(PortalToken.of(secret, key, metrics.lastCall("argocd " + server.name()), clock.instant()));
    }
}
