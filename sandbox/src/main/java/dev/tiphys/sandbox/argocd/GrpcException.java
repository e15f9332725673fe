package dev.tiphys.sandbox.argocd;

/// What Argo CD refuses, with its gRPC code.
final class GrpcException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final GrpcCode code;

    GrpcException(GrpcCode code, String message) {
        super(message);
        this.code = code;
    }

    static GrpcException invalid(String message) {
        return new GrpcException(GrpcCode.INVALID_ARGUMENT, message);
    }

    static GrpcException precondition(String message) {
        return new GrpcException(GrpcCode.FAILED_PRECONDITION, message);
    }

    static GrpcException denied(String message) {
        return new GrpcException(GrpcCode.PERMISSION_DENIED, message);
    }

    static GrpcException unauthenticated(String message) {
        return new GrpcException(GrpcCode.UNAUTHENTICATED, message);
    }

    static GrpcException notFound(String message) {
        return new GrpcException(GrpcCode.NOT_FOUND, message);
    }

    /// A plain Go error: 500 with code 2.
    static GrpcException unknown(String message) {
        return new GrpcException(GrpcCode.UNKNOWN, message);
    }

    static GrpcException deadline() {
        return new GrpcException(GrpcCode.DEADLINE_EXCEEDED, "context deadline exceeded");
    }

    GrpcCode code() {
        return code;
    }
}
