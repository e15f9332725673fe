package dev.tiphys.sandbox.argocd;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import dev.tiphys.sandbox.kube.WatchEvent;

/// Hands the events of one kind to the streams that are open. Each has a buffer; what does not fit is silently lost, as
/// it is in the real server, and faults can lose events or drop all streams.
public final class ApplicationFeed {

    private static final int BUFFER = 1000;

    private final Set<Subscriber> subscribers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger toLose = new AtomicInteger();

    ApplicationFeed(Informer informer) {
        informer.subscribe(this::hand);
    }

    /// Ends all open streams, as a restart of the server does.
    public void dropStreams() {
        subscribers.forEach(Subscriber::drop);
    }

    /// Keeps the next `count` events from all streams.
    public void loseEvents(int count) {
        toLose.set(count);
    }

    public int openStreams() {
        return subscribers.size();
    }

    Subscriber subscribe() {
        Subscriber subscriber = new Subscriber();
        subscribers.add(subscriber);
        return subscriber;
    }

    private void hand(WatchEvent event) {
        if (toLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return;
        }
        subscribers.forEach(subscriber -> subscriber.events.offer(event));
    }

    /// One open stream's buffer.
    final class Subscriber implements AutoCloseable {

        private final BlockingQueue<WatchEvent> events = new ArrayBlockingQueue<>(BUFFER);
        private volatile boolean dropped;
        private volatile @Nullable Thread reader;

        boolean isDropped() {
            return dropped;
        }

        /// The next event, or null when none came within `millis`.
        @Nullable
        WatchEvent poll(long millis) throws InterruptedException {
            reader = Thread.currentThread();
            return events.poll(millis, TimeUnit.MILLISECONDS);
        }

        private void drop() {
            dropped = true;
            Thread waiting = reader;
            if (waiting != null) {
                waiting.interrupt();
            }
        }

        @Override
        public void close() {
            reader = null;
            subscribers.remove(this);
        }
    }
}
