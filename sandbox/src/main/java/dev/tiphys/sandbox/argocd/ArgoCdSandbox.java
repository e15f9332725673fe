package dev.tiphys.sandbox.argocd;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.SandboxServer;

/// The sandbox's Argo CD with the switches that tests and the control API turn.
///
/// @param tokens who may call it
/// @param reachability which member clusters are away
/// @param repositories the Git repositories and chart registries behind the sources
/// @param feed the open streams of Applications
public record ArgoCdSandbox(ArgoCdTokens tokens, ClusterReachability reachability, Repositories repositories,
        ApplicationFeed feed) {

    /// Where it is mounted.
    public static final String PREFIX = "/argocd";

    /// Mounts the API under `/argocd` and starts the controllers. The hub must exist in the kube store; clusters are
    /// its Secrets in namespace `argocd`, which may come and go later.
    public static ArgoCdSandbox install(World world, SandboxServer server, ManifestSource manifests,
            ArgoCdTimings timings) {
        return ArgoCdAssembly.install(world, server, manifests, timings);
    }
}
