package dev.tiphys.sandbox.workloads;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import dev.tiphys.sandbox.time.SimClock;

/// The work of one controller: an object that changed several times before its turn is looked at once.
final class WorkQueue {

    private final SimClock clock;
    private final Consumer<ObjectKey> reconcile;
    private final Set<ObjectKey> waiting = ConcurrentHashMap.newKeySet();
    private final Map<ObjectKey, Alarm> alarms = new ConcurrentHashMap<>();

    WorkQueue(SimClock clock, Consumer<ObjectKey> reconcile) {
        this.clock = clock;
        this.reconcile = reconcile;
    }

    void add(ObjectKey key) {
        if (waiting.add(key)) {
            clock.execute(() -> {
                waiting.remove(key);
                reconcile.accept(key);
            });
        }
    }

    /// Looks at the object again after `delay`, unless it is due earlier anyway.
    void addAfter(ObjectKey key, Duration delay) {
        Instant due = clock.now().plus(delay);
        alarms.compute(key, (same, present) -> {
            if (present != null && !present.due.isAfter(due)) {
                return present;
            }
            if (present != null) {
                present.timer.cancel();
            }
            return new Alarm(due, clock.schedule(delay, () -> {
                alarms.remove(key);
                add(key);
            }));
        });
    }

    private record Alarm(Instant due, SimClock.Scheduled timer) {}
}
