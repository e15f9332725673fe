package dev.tiphys.web;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/// What went wrong, in the form that both the error page and the JSON problem (RFC 9457) are made of.
public record Failure(HttpStatusCode status, String title, String detail, @Nullable String hint,
        Map<String, String> fields, @Nullable Duration retryAfter) {

    public Failure {
        fields = Map.copyOf(fields);
    }

    public static Failure of(HttpStatusCode status, String detail) {
        return new Failure(status, title(status), detail, null, Map.of(), null);
    }

    Failure withHint(String words) {
        return new Failure(status, title, detail, words, fields, retryAfter);
    }

    Failure withFields(Map<String, String> messages) {
        return new Failure(status, title, detail, hint, messages, retryAfter);
    }

    Failure retryAfter(@Nullable Duration pause) {
        return new Failure(status, title, detail, hint, fields, pause);
    }

    private static String title(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "Not signed in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 409 -> "Changed since you looked";
            case 422 -> "Not possible as it is";
            case 502, 503 -> "Not reachable";
            default -> {
                HttpStatus known = HttpStatus.resolve(status.value());
                yield known == null ? "Error" : known.getReasonPhrase();
            }
        };
    }

    /// The problem of RFC 9457, with the request id to quote.
    public ProblemDetail problem() {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        if (hint != null) {
            problem.setProperty("hint", hint);
        }
        if (!fields.isEmpty()) {
            problem.setProperty("fields", fields);
        }
        RequestId.current().ifPresent(id -> problem.setProperty("requestId", id));
        return problem;
    }
}
