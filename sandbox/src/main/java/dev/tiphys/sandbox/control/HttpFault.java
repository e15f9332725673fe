package dev.tiphys.sandbox.control;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// A fault of some requests, for so many of them, or until a moment of the sandbox's clock.
final class HttpFault {

    private final PathPattern path;
    private final String method;
    private final Effect effect;
    private final Instant until;
    private final AtomicLong left;

    /// @param method empty for all
    HttpFault(PathPattern path, String method, Effect effect, long times, Instant until) {
        this.path = path;
        this.method = method;
        this.effect = effect;
        this.until = until;
        this.left = new AtomicLong(times);
    }

    Effect effect() {
        return effect;
    }

    /// Whether it meets this request, which counts then.
    boolean meets(String requestMethod, String requestPath, Instant now) {
        boolean fits = (method.isEmpty() || method.equals(requestMethod)) && path.matches(requestPath) && !isOver(now);
        return fits && left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }

    boolean meetsStream(String requestPath, Instant now) {
        return path.matches(requestPath) && !isOver(now);
    }

    boolean isOver(Instant now) {
        return left.get() == 0 || !now.isBefore(until);
    }
}
