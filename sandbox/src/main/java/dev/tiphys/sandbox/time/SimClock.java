package dev.tiphys.sandbox.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sandbox's time. It runs `speed` times as fast as the wall clock, can jump ahead, and runs the controllers' work
/// on one thread in the order of its due time, so that the same seed gives the same course of events.
public final class SimClock extends Clock implements Executor, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SimClock.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PriorityQueue<Work> agenda = new PriorityQueue<>();
    private final Thread world;
    private Instant base;
    private long anchor = System.nanoTime();
    private double speed;
    private long sequence;
    private volatile boolean closed;

    public SimClock(Instant start, double speed) {
        this.base = start;
        this.speed = speed;
        this.world = Thread.ofPlatform().daemon().name("sandbox-world").start(this::live);
    }

    @Override
    public Instant instant() {
        lock.lock();
        try {
            long real = System.nanoTime() - anchor;
            return base.plusNanos((long) (real * speed));
        } finally {
            lock.unlock();
        }
    }

    /// The present moment of the sandbox.
    public Instant now() {
        return instant();
    }

    public double speed() {
        lock.lock();
        try {
            return speed;
        } finally {
            lock.unlock();
        }
    }

    /// From now on time runs `factor` times as fast as the wall clock; 0 stops it.
    public void setSpeed(double factor) {
        if (!(factor >= 0 && factor <= 10_000)) {
            throw new IllegalArgumentException("the speed must lie between 0 and 10000, not " + factor);
        }
        reset(now(), factor);
    }

    /// Jumps ahead; work that falls due on the way is done in its order.
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards");
        }
        reset(now().plus(duration), speed());
    }

    private void reset(Instant instant, double factor) {
        lock.lock();
        try {
            base = instant;
            anchor = System.nanoTime();
            speed = factor;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Does `action` on the world's thread once `delay` of sandbox time has passed.
    public Scheduled schedule(Duration delay, Runnable action) {
        lock.lock();
        try {
            Work work = new Work(now().plus(delay), sequence++, action);
            agenda.add(work);
            changed.signalAll();
            return () -> withdraw(work);
        } finally {
            lock.unlock();
        }
    }

    private void withdraw(Work work) {
        lock.lock();
        try {
            agenda.remove(work);
        } finally {
            lock.unlock();
        }
    }

    /// Does `action` on the world's thread as soon as it is free.
    @Override
    public void execute(Runnable action) {
        schedule(Duration.ZERO, action);
    }

    /// Waits until `duration` of sandbox time has passed.
    public void sleep(Duration duration) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Instant end = now().plus(duration);
            while (!closed && now().isBefore(end)) {
                changed.awaitNanos(nanosUntil(end));
            }
        } finally {
            lock.unlock();
        }
    }

    // Callers ask again in a loop: time may have been stopped, sped up or moved on meanwhile.
    private long nanosUntil(Instant moment) {
        return speed == 0 ? Long.MAX_VALUE : (long) (Duration.between(now(), moment).toNanos() / speed);
    }

    private void live() {
        while (!closed) {
            try {
                Runnable action = next();
                action.run();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                log.error("a controller of the sandbox failed", failure);
            }
        }
    }

    private Runnable next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                Work first = agenda.peek();
                if (first == null) {
                    changed.await();
                } else if (first.due().isAfter(now())) {
                    changed.awaitNanos(nanosUntil(first.due()));
                } else {
                    agenda.remove();
                    return first.action();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : Clock.offset(this, Duration.ZERO).withZone(zone);
    }

    @Override
    public void close() {
        closed = true;
        world.interrupt();
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Work that can still be called off.
    @FunctionalInterface
    public interface Scheduled {

        void cancel();
    }

    private record Work(Instant due, long sequence, Runnable action) implements Comparable<Work> {

        @Override
        public int compareTo(Work other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
