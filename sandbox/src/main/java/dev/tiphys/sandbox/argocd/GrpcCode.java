package dev.tiphys.sandbox.argocd;

/// The gRPC status codes that Argo CD answers with, and the HTTP status that its gateway makes of each.
enum GrpcCode {

    UNKNOWN(2, 500, "Internal Server Error"), INVALID_ARGUMENT(3, 400, "Bad Request"), DEADLINE_EXCEEDED(4, 504,
            "Gateway Timeout"), NOT_FOUND(5, 404, "Not Found"), ALREADY_EXISTS(6, 409, "Conflict"), PERMISSION_DENIED(7,
                    403, "Forbidden"), RESOURCE_EXHAUSTED(8, 429, "Too Many Requests"), FAILED_PRECONDITION(9, 400,
                            "Bad Request"), ABORTED(10, 409, "Conflict"), UNIMPLEMENTED(12, 501,
                                    "Not Implemented"), INTERNAL(13, 500, "Internal Server Error"), UNAVAILABLE(14, 503,
                                            "Service Unavailable"), UNAUTHENTICATED(16, 401, "Unauthorized");

    private final int number;
    private final int httpStatus;
    private final String httpText;

    GrpcCode(int number, int httpStatus, String httpText) {
        this.number = number;
        this.httpStatus = httpStatus;
        this.httpText = httpText;
    }

    int number() {
        return number;
    }

    int httpStatus() {
        return httpStatus;
    }

    String httpText() {
        return httpText;
    }

    /// The code that Argo CD makes of a refusal by a Kubernetes API server.
    static GrpcCode ofKubernetes(String reason) {
        return switch (reason) {
            case "NotFound" -> NOT_FOUND;
            case "AlreadyExists" -> ALREADY_EXISTS;
            case "Invalid" -> INVALID_ARGUMENT;
            case "BadRequest" -> FAILED_PRECONDITION;
            case "Conflict" -> ABORTED;
            case "Forbidden" -> PERMISSION_DENIED;
            case "Unauthorized" -> UNAUTHENTICATED;
            default -> UNKNOWN;
        };
    }
}
