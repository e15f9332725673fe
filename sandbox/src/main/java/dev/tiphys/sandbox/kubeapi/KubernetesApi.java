package dev.tiphys.sandbox.kubeapi;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kube.KubeException;

/// The API servers of all clusters: `/kube/hub` and `/kube/<member>` are what clients call the master's address.
public final class KubernetesApi {

    private static final String PREFIX = "/kube";

    private final World world;
    private final TokenReview tokens;
    private final Authorizer rights;
    private final ObjectRoutes objects;

    private KubernetesApi(World world, TokenReview tokens, Authorizer rights) {
        this.world = world;
        this.tokens = tokens;
        this.rights = rights;
        this.objects = new ObjectRoutes(world);
    }

    /// Mounts the API servers of the clusters that the store knows, now or later.
    public static void install(World world, SandboxServer server, TokenReview tokens) {
        install(world, server, tokens, Authorizer.ALL);
    }

    /// As above, with users who may not do everything.
    public static void install(World world, SandboxServer server, TokenReview tokens, Authorizer rights) {
        server.mount(PREFIX, new KubernetesApi(world, tokens, rights)::serve);
    }

    private void serve(Request request) throws IOException, InterruptedException {
        try {
            route(request);
        } catch (ApiRefusal refused) {
            request.answer(refused.code(), "application/json", refused.status().toString());
        } catch (KubeException refused) {
            request.answer(refused.status(), "application/json", ApiRefusal.status(refused).toString());
        }
    }

    private void route(Request request) throws IOException, InterruptedException {
        ApiAddress address = ApiAddress.parse(request, PREFIX);
        String path = address.path();
        if (!world.store().clusters().contains(address.cluster())) {
            throw ApiRefusal.notFound();
        }
        if (path.equals("/healthz") || path.equals("/livez") || path.equals("/readyz")) {
            request.answer(200, "text/plain", "ok");
            return;
        }
        Optional<String> user = tokens.userOf(address.token());
        if (!path.equals("/version") && user.isEmpty()) {
            throw ApiRefusal.unauthorized();
        }
        Optional<ObjectNode> document = Discovery.find(path).or(() -> OpenApi.find(address.base(), path));
        if (document.isPresent()) {
            request.answer(200, "application/json", document.get().toString());
        } else if (AccessReviews.concerns(path)) {
            AccessReviews.answer(request, user.orElseThrow(), rights);
        } else {
            ApiPath object = ApiPath.parse(address.cluster(), path).orElseThrow(ApiRefusal::notFound);
            check(user.orElseThrow(), Asks.of(request, object));
            objects.serve(request, object);
        }
    }

    private void check(String user, Authorizer.Ask ask) {
        if (!rights.allows(user, ask)) {
            throw ApiRefusal.forbidden(user, ask);
        }
    }

    /// A kubeconfig with which kubectl reaches a cluster of the sandbox that listens at `sandbox`. The token is part of
    /// the address: kubectl shows none over plain HTTP.
    public static String kubeconfig(URI sandbox, String cluster, String namespace, String token) {
        return """
                apiVersion: v1
                kind: Config
                clusters: [{name: %2$s, cluster: {server: "%1$s%5$s/~%4$s/%2$s"}}]
                users: [{name: sandbox}]
                contexts: [{name: %2$s, context: {cluster: %2$s, user: sandbox, namespace: %3$s}}]
                current-context: %2$s
                """.formatted(sandbox, cluster, namespace, token, PREFIX);
    }
}
