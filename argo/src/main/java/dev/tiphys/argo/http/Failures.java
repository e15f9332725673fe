package dev.tiphys.argo.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpHeaders;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.ArgoException;

/// Turns what came instead of an answer into the error that callers decide by.
final class Failures {

    private static final int ALREADY_EXISTS = 6;
    private static final int FAILED_PRECONDITION = 9;

    private final String system;

    Failures(String system) {
        this.system = system;
    }

    ArgoException of(Call call, int status, HttpHeaders headers, String body) {
        return of(call, status, ErrorBody.read(body), retryAfter(headers));
    }

    ArgoException of(Call call, int status, ErrorBody error, @Nullable Duration retryAfter) {
        String operation = call.operation();
        String words = error.words().isEmpty() ? "HTTP " + status : error.words();
        if (isConflict(status, error)) {
            return new ArgoException.Conflict(system, operation, words, "Look at its present state and try again.");
        }
        if (status == 429 || (status >= 500 && status != 501)) {
            return new ArgoException.Unavailable(system, operation, words + " (HTTP " + status + ")",
                    "Try again later; if it lasts, look at the server's log.", retryAfter, null);
        }
        return switch (status) {
            case 401 -> new ArgoException.Unauthenticated(system, operation, words,
                    "Renew the token that Tiphys uses for this system.");
            case 403 -> new ArgoException.Forbidden(system, operation, words,
                    "Give the account of Tiphys this right, or check that the object exists.");
            case 404 -> new ArgoException.NotFound(system, operation, words, "Check the name and the project.");
            case 307, 308, 301, 302 -> new ArgoException.Refused(system, operation, status,
                    "the server answers with a redirect", "Configure the address it redirects to (https?).");
            default -> new ArgoException.Refused(system, operation, status, words, "Change what the message names.");
        };
    }

    ArgoException unreadable(Call call, IllegalArgumentException cause) {
        return new ArgoException.Unavailable(system, call.operation(), "an answer that is "
                + cause.getMessage(), "Check that the address is that of the API and no proxy answers.", null, cause);
    }

    ArgoException late(Call call, Duration deadline, Exception cause) {
        return new ArgoException.Unavailable(system, call.operation(), "no answer within " + deadline.toMillis()
                + " ms", "The server is slow or unreachable; try again later.", null, cause);
    }

    ArgoException unreachable(Call call, Throwable cause) {
        String what = switch (cause) {
            case ConnectException refused -> "cannot connect";
            case InterruptedException stopped -> "interrupted";
            case IOException broken -> "connection lost: " + broken.getMessage();
            default -> String.valueOf(cause);
        };
        return new ArgoException.Unavailable(system, call.operation(), what,
                "Check that the server runs and that its address is right.", null, cause);
    }

    private static boolean isConflict(int status, ErrorBody error) {
        return status == 409 || (error.code() == ALREADY_EXISTS && status / 100 == 4)
                || (error.code() == FAILED_PRECONDITION && error.words().contains("another operation is already"));
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After").filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text))).orElse(null);
    }
}
