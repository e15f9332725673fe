package dev.tiphys.sandbox.kubeapi;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.KubeException;

/// What the API server refuses before the store is asked.
final class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;

    private ApiRefusal(int code, String reason, String message) {
        super(message);
        this.code = code;
        this.reason = reason;
    }

    static ApiRefusal unauthorized() {
        return new ApiRefusal(401, "Unauthorized", "Unauthorized");
    }

    static ApiRefusal forbidden(String user, Authorizer.Ask ask) {
        String place = ask.namespace().isEmpty()
                ? " at the cluster scope"
                : " in the namespace \"" + ask.namespace() + "\"";
        String kind = ask.group().isEmpty() ? ask.resource() : ask.resource() + "." + ask.group();
        return new ApiRefusal(403, "Forbidden", kind + (ask.name().isEmpty() ? "" : " \"" + ask.name() + "\"")
                + " is forbidden: User \"" + user + "\" cannot " + ask.verb() + " resource \"" + ask.resource()
                + "\" in API group \"" + ask.group() + "\"" + place);
    }

    static ApiRefusal notFound() {
        return new ApiRefusal(404, "NotFound", "the server could not find the requested resource");
    }

    static ApiRefusal namespaceNotFound(String name) {
        return new ApiRefusal(404, "NotFound", "namespaces \"" + name + "\" not found");
    }

    static ApiRefusal methodNotAllowed() {
        return new ApiRefusal(405, "MethodNotAllowed",
                "the server does not allow this method on the requested resource");
    }

    static ApiRefusal badRequest(String message) {
        return new ApiRefusal(400, "BadRequest", message);
    }

    static ApiRefusal conflict(String message) {
        return new ApiRefusal(409, "Conflict", message);
    }

    static ApiRefusal invalid(String message) {
        return new ApiRefusal(422, "Invalid", message);
    }

    static ApiRefusal unsupportedMediaType(String message) {
        return new ApiRefusal(415, "UnsupportedMediaType", message);
    }

    int code() {
        return code;
    }

    ObjectNode status() {
        return status(code, reason, String.valueOf(getMessage()));
    }

    static ObjectNode status(KubeException refused) {
        return status(refused.status(), refused.reason(), String.valueOf(refused.getMessage()));
    }

    private static ObjectNode status(int code, String reason, String message) {
        ObjectNode status = JsonMapper.shared().createObjectNode().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        return status.put("status", "Failure").put("message", message).put("reason", reason).put("code", code);
    }
}
