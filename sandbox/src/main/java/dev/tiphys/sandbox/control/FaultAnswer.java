package dev.tiphys.sandbox.control;

import java.io.IOException;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;

/// An error in the words of the system that was called.
final class FaultAnswer {

    private static final String MESSAGE = "injected by the sandbox";

    private FaultAnswer() {
    }

    static void send(Request request, int status) throws IOException {
        if (status == 429 || status == 503) {
            request.answerHeader("Retry-After", "1");
        }
        request.answer(status, "application/json", body(request.rawPath(), status).toString());
    }

    private static ObjectNode body(String path, int status) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        if (path.startsWith("/kube/")) {
            return body.put("kind", "Status").put("apiVersion", "v1").put("status", "Failure").put("message", MESSAGE)
                    .put("reason", reason(status)).put("code", status);
        }
        if (path.startsWith("/slack/")) {
            return body.put("ok", false).put("error", status == 429 ? "ratelimited" : "internal_error");
        }
        if (path.startsWith("/oidc/")) {
            return body.put("error", "server_error").put("error_description", MESSAGE);
        }
        return path.startsWith("/argocd/")
                ? body.put("error", MESSAGE).put("code", grpcCode(status)).put("message", MESSAGE)
                : body.put("code", grpcCode(status)).put("message", MESSAGE);
    }

    private static String reason(int status) {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 409 -> "Conflict";
            case 429 -> "TooManyRequests";
            case 503 -> "ServiceUnavailable";
            case 504 -> "Timeout";
            default -> "InternalError";
        };
    }

    private static int grpcCode(int status) {
        return switch (status) {
            case 400 -> 3;
            case 401 -> 16;
            case 403 -> 7;
            case 404 -> 5;
            case 409 -> 10;
            case 429 -> 8;
            case 501 -> 12;
            case 502, 503 -> 14;
            case 504 -> 4;
            default -> 13;
        };
    }
}
