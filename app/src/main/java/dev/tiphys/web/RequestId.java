package dev.tiphys.web;

import java.util.Optional;
import java.util.concurrent.Callable;

import org.slf4j.MDC;

/// The id that ties a request to its log lines, its audit entries and the error page a person may quote.
public final class RequestId {

    static final String KEY = "requestId";

    private RequestId() {
    }

    /// The id of the request this thread works for.
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    /// Works on behalf of an earlier request, as a scheduled task does.
    public static <T> T during(String id, Callable<T> work) throws Exception {
        MDC.put(KEY, id);
        try {
            return work.call();
        } finally {
            MDC.remove(KEY);
        }
    }
}
