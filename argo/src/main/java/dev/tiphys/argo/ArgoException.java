package dev.tiphys.argo;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What a remote system answers when it does not do what was asked. Every error names the system, the operation and a
/// hint what a person can do; callers decide by type, never by text.
public abstract sealed class ArgoException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String system;
    private final String operation;
    private final String hint;

    private ArgoException(String system, String operation, String message, String hint, @Nullable Throwable cause) {
        super(system + ", " + operation + ": " + message, cause);
        this.system = system;
        this.operation = operation;
        this.hint = hint;
    }

    /// The remote system by its configured name, such as `argocd main`.
    public String system() {
        return system;
    }

    /// What was asked of it, such as `sync shop/checkout-dev`.
    public String operation() {
        return operation;
    }

    /// One sentence on what to do about it.
    public String hint() {
        return hint;
    }

    /// The object does not exist, or not under the project that was named.
    public static final class NotFound extends ArgoException {
        private static final long serialVersionUID = 1L;

        public NotFound(String system, String operation, String message, String hint) {
            super(system, operation, message, hint, null);
        }
    }

    /// The token is valid and lacks the right.
    public static final class Forbidden extends ArgoException {
        private static final long serialVersionUID = 1L;

        public Forbidden(String system, String operation, String message, String hint) {
            super(system, operation, message, hint, null);
        }
    }

    /// The token is missing, expired or unknown.
    public static final class Unauthenticated extends ArgoException {
        private static final long serialVersionUID = 1L;

        public Unauthenticated(String system, String operation, String message, String hint) {
            super(system, operation, message, hint, null);
        }
    }

    /// Somebody else was first: the name exists, the object changed, or another operation is in progress.
    public static final class Conflict extends ArgoException {
        private static final long serialVersionUID = 1L;

        public Conflict(String system, String operation, String message, String hint) {
            super(system, operation, message, hint, null);
        }
    }

    /// The system understood and refused; the message carries its own words. Repeating the call changes nothing.
    public static final class Refused extends ArgoException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String words;

        public Refused(String system, String operation, int status, String words, String hint) {
            super(system, operation, words, hint, null);
            this.status = status;
            this.words = words;
        }

        /// The system's own words alone.
        public String words() {
            return words;
        }

        /// The HTTP status of the answer.
        public int status() {
            return status;
        }
    }

    /// No usable answer: connection refused, deadline passed, 429 or 5xx. The call may or may not have taken effect.
    public static final class Unavailable extends ArgoException {
        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;

        public Unavailable(String system, String operation, String message, String hint, @Nullable Duration retryAfter,
                @Nullable Throwable cause) {
            super(system, operation, message, hint, cause);
            this.retryAfter = retryAfter;
        }

        /// How long the server asked to be left alone (`Retry-After`).
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }
    }
}
