package dev.tiphys.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A request the portal understood and does not carry out. The message is for the person who asked and says what to do;
/// pages and JSON show the same words.
public abstract sealed class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Refusal(String message) {
        super(message);
    }

    /// The message; there is always one.
    public String reason() {
        return String.valueOf(getMessage());
    }

    /// 403: the person lacks the right.
    public static final class NotAllowed extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotAllowed(String message) {
            super(message);
        }
    }

    /// 404: there is no such thing.
    public static final class NotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        public NotFound(String message) {
            super(message);
        }
    }

    /// 409: something changed since the person looked, or somebody was first.
    public static final class Conflict extends Refusal {
        private static final long serialVersionUID = 1L;

        public Conflict(String message) {
            super(message);
        }
    }

    /// 422: what was sent cannot be done as it is; the message of each field says why.
    public static final class Invalid extends Refusal {
        private static final long serialVersionUID = 1L;

        private final LinkedHashMap<String, String> fields;

        public Invalid(String field, String message) {
            this(Map.of(field, message));
        }

        public Invalid(Map<String, String> fields) {
            super(String.join(" ", List.copyOf(fields.values())));
            this.fields = new LinkedHashMap<>(fields);
        }

        /// Message by field.
        public Map<String, String> fields() {
            return Map.copyOf(fields);
        }
    }
}
