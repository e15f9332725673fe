package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.Routes;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kube.KubeException;

/// The server's front: content types, sessions, deadlines, and the two shapes of an error.
final class Gateway implements SandboxServer.Handler {

    private static final String TEXT = "text/plain; charset=utf-8";

    private final String prefix;
    private final Routes routes;
    private final ArgoCdTokens tokens;

    Gateway(String prefix, ArgoCdTokens tokens) {
        this.prefix = prefix;
        this.tokens = tokens;
        this.routes = new Routes(prefix, request -> request.answer(404, TEXT, "Not Found"),
                request -> request.answer(405, TEXT, "Method Not Allowed"));
        routes.on("GET", "/healthz", (request, path) -> request.answer(200, TEXT, "ok"));
    }

    /// A call that needs a session.
    Gateway on(String method, String template, CallHandler handler) {
        routes.on(method, "/api" + template, (request, path) -> serve(request, false, () -> handler
                .serve(call(request, path))));
        return this;
    }

    /// A call whose errors have the shape of a stream's.
    Gateway stream(String template, CallHandler handler) {
        routes.on("GET", "/api" + template, (request, path) -> serve(request, true, () -> handler
                .serve(call(request, path))));
        return this;
    }

    /// A call that anyone may make.
    Gateway open(String method, String template, OpenHandler handler) {
        routes.on(method, "/api" + template, (request, path) -> serve(request, false, () -> handler.serve(
                new Call(request, path, new Caller("", java.util.List.of(), new Policy(java.util.List.of()),
                        java.time.Instant.EPOCH), Deadline.of(request.header("Grpc-Timeout").orElse(""))),
                session(request))));
        return this;
    }

    @Override
    public void serve(Request request) throws IOException, InterruptedException {
        String contentType = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        boolean api = request.rawPath().startsWith(prefix + "/api/");
        if (api && !request.method().equals("GET") && !contentType.equals(Call.JSON)) {
            request.answer(415, TEXT, "Invalid content type");
            return;
        }
        routes.serve(request);
    }

    private Call call(Request request, Map<String, String> path) {
        String token = token(request).orElse(null);
        Caller caller = tokens.authenticate(token);
        if (token != null) {
            tokens.renew(token).ifPresent(renewed -> {
                request.answerHeader("Grpc-Metadata-Renew-Token", renewed);
                request.answerHeader("Set-Cookie", "argocd.token=" + renewed + "; path=/; SameSite=lax; httpOnly");
            });
        }
        return new Call(request, path, caller, Deadline.of(request.header("Grpc-Timeout").orElse("")));
    }

    private Optional<Caller> session(Request request) {
        try {
            return Optional.of(tokens.authenticate(token(request).orElse(null)));
        } catch (GrpcException anonymous) {
            return Optional.empty();
        }
    }

    private static Optional<String> token(Request request) {
        Optional<String> bearer = request.header("Authorization").filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()));
        return bearer.or(() -> cookie(request.header("Cookie").orElse("")));
    }

    private static Optional<String> cookie(String header) {
        for (String part : header.split(";", -1)) {
            if (part.strip().startsWith("argocd.token=")) {
                return Optional.of(part.strip().substring("argocd.token=".length()));
            }
        }
        return Optional.empty();
    }

    private void serve(Request request, boolean stream, Served served) throws IOException, InterruptedException {
        request.answerHeader("Grpc-Metadata-Content-Type", "application/grpc");
        try {
            served.serve();
        } catch (GrpcException refused) {
            answer(request, stream, refused.code(), message(refused));
        } catch (KubeException refused) {
            answer(request, stream, GrpcCode.ofKubernetes(refused.reason()), message(refused));
        }
    }

    private static String message(RuntimeException refused) {
        return Optional.ofNullable(refused.getMessage()).orElse("");
    }

    private static void answer(Request request, boolean stream, GrpcCode code, String message) throws IOException {
        if (request.isAnswered()) {
            return;
        }
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        if (stream) {
            error.putObject("error").put("grpc_code", code.number()).put("http_code", code.httpStatus())
                    .put("message", message).put("http_status", code.httpText());
        } else {
            error.put("error", message).put("code", code.number()).put("message", message);
        }
        request.answer(code.httpStatus(), Call.JSON, JsonMapper.shared().writeValueAsBytes(error));
    }

    /// Answers one call.
    @FunctionalInterface
    interface CallHandler {

        void serve(Call call) throws IOException, InterruptedException;
    }

    /// Answers a call that needs no session, given it where there is one.
    @FunctionalInterface
    interface OpenHandler {

        void serve(Call call, Optional<Caller> session) throws IOException, InterruptedException;
    }

    private interface Served {

        void serve() throws IOException, InterruptedException;
    }
}
