package dev.tiphys.sandbox.workflows.api;

import java.io.IOException;
import java.util.Map;

import tools.jackson.databind.node.JsonNodeFactory;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.Routes;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kube.KubeException;
import dev.tiphys.sandbox.workflows.Callers;

/// The Argo Server's front door: who calls, which path, and how errors look.
public final class ArgoServer implements SandboxServer.Handler {

    private final Callers callers;
    private final Routes routes;

    public ArgoServer(String prefix, Callers callers) {
        this.callers = callers;
        this.routes = new Routes(prefix, ArgoServer::notImplemented, ArgoServer::notImplemented);
    }

    ArgoServer on(String method, String template, Endpoint endpoint) {
        routes.on(method, template, (request, path) -> serve(request, path, endpoint));
        return this;
    }

    @Override
    public void serve(Request request) throws IOException, InterruptedException {
        routes.serve(request);
    }

    private void serve(Request request, Map<String, String> path, Endpoint endpoint)
            throws IOException, InterruptedException {
        try {
            String header = request.header("Authorization").orElse("");
            String token = header.startsWith("Bearer ") ? header.substring("Bearer ".length()).strip() : "";
            if (token.isEmpty()) {
                throw ArgoError.unauthenticated();
            }
            endpoint.serve(new Call(request, path,
                    callers.find(token).orElseThrow(() -> new ArgoError(16, "Unauthorized"))));
        } catch (ArgoError error) {
            answer(request, error);
        } catch (KubeException refusal) {
            answer(request, ArgoError.of(refusal));
        }
    }

    private static void notImplemented(Request request) throws IOException {
        answer(request, new ArgoError(12, "Not Implemented"));
    }

    private static void answer(Request request, ArgoError error) throws IOException {
        if (!request.isAnswered()) {
            request.answer(error.status(), "application/json", JsonNodeFactory.instance.objectNode()
                    .put("code", error.code()).put("message", error.getMessage()).toString());
        }
    }

    /// Serves one path; throws [ArgoError] and [KubeException].
    @FunctionalInterface
    interface Endpoint {

        void serve(Call call) throws IOException, InterruptedException;
    }
}
