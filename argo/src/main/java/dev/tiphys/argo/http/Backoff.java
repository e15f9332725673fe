package dev.tiphys.argo.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Delays that double up to a limit, each drawn from its upper half so that clients do not come back in step.
final class Backoff {

    private final Duration first;
    private final Duration max;
    private Duration delay;

    Backoff(Duration first, Duration max) {
        this.first = first;
        this.max = max;
        this.delay = first;
    }

    Duration next() {
        long limit = Math.max(1, delay.toMillis());
        Duration doubled = delay.multipliedBy(2);
        delay = doubled.compareTo(max) > 0 ? max : doubled;
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(limit / 2, limit + 1));
    }

    void reset() {
        delay = first;
    }
}
