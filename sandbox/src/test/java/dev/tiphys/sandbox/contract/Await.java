package dev.tiphys.sandbox.contract;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Looks until something is as wished.
final class Await {

    private Await() {
    }

    static <T> T until(Supplier<T> look, Predicate<T> wish) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        T seen = look.get();
        while (!wish.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not as wished within a minute: " + seen);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            seen = look.get();
        }
        return seen;
    }
}
