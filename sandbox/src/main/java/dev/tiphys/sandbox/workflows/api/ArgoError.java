package dev.tiphys.sandbox.workflows.api;

import java.util.Map;

import dev.tiphys.sandbox.kube.KubeException;

/// What the Argo Server answers instead of a result: a gRPC code with a message.
final class ArgoError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Map<Integer, Integer> HTTP = Map.of(2, 500, 3, 400, 4, 504, 5, 404, 6, 409, 7, 403, 8, 429,
            9, 400, 12, 501, 14, 503);

    private final int code;
    private final String words;

    ArgoError(int code, String words) {
        super(words);
        this.code = code;
        this.words = words;
    }

    static ArgoError invalid(String words) {
        return new ArgoError(3, words);
    }

    static ArgoError internal(String words) {
        return new ArgoError(13, words);
    }

    static ArgoError unauthenticated() {
        return new ArgoError(16, "token not valid. see https://argo-workflows.readthedocs.io/en/latest/faq/");
    }

    /// As the server maps what Kubernetes refuses.
    static ArgoError of(KubeException refusal) {
        int code = switch (refusal.status()) {
            case 404 -> 5;
            case 409 -> 6;
            case 403 -> 7;
            case 401 -> 16;
            case 429 -> 8;
            case 503 -> 14;
            default -> refusal.status() < 500 ? 3 : 13;
        };
        return new ArgoError(code, refusal.getMessage() == null ? refusal.reason() : refusal.getMessage());
    }

    int code() {
        return code;
    }

    int status() {
        return code == 16 ? 401 : HTTP.getOrDefault(code, 500);
    }

    @Override
    public String getMessage() {
        return words;
    }
}
