package dev.tiphys.sandbox.kube;

/// What an API server refuses, with the HTTP status and `reason` of its Status object.
public final class KubeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;

    private KubeException(int status, String reason, String message) {
        super(message);
        this.status = status;
        this.reason = reason;
    }

    public static KubeException notFound(Kind kind, String name) {
        return new KubeException(404, "NotFound", kind.resource() + " \"" + name + "\" not found");
    }

    public static KubeException alreadyExists(Kind kind, String name) {
        return new KubeException(409, "AlreadyExists", kind.resource() + " \"" + name + "\" already exists");
    }

    public static KubeException conflict(Kind kind, String name) {
        return new KubeException(409, "Conflict", "Operation cannot be fulfilled on " + kind.resource() + " \"" + name
                + "\": the object has been modified; please apply your changes to the latest version and try again");
    }

    public static KubeException invalid(String message) {
        return new KubeException(422, "Invalid", message);
    }

    public static KubeException badRequest(String message) {
        return new KubeException(400, "BadRequest", message);
    }

    public static KubeException expired(long resourceVersion) {
        return new KubeException(410, "Expired", "too old resource version: " + resourceVersion);
    }

    public int status() {
        return status;
    }

    public String reason() {
        return reason;
    }
}
