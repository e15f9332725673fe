package dev.tiphys.argo.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.WatchPolicy;
import dev.tiphys.argo.json.JsonView;

/// Lists, follows the stream, and begins again: after an error with a growing delay, and in good times whenever the
/// policy wants a fresh list. All calls to the feed come from one thread, so its events never overlap.
public final class Follower implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final WatchPolicy policy;
    private final Feed feed;
    private final Backoff backoff;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable LineStream current;
    private volatile boolean cut;

    private Follower(WatchPolicy policy, Feed feed) {
        this.policy = policy;
        this.feed = feed;
        this.backoff = new Backoff(policy.firstDelay(), policy.maxDelay());
    }

    /// @param name of the threads, for thread dumps
    public static Subscription start(String name, WatchPolicy policy, Feed feed) {
        Follower follower = new Follower(policy, feed);
        Thread.ofVirtual().name(name).start(follower::follow);
        return follower;
    }

    @Override
    public void close() {
        closed.countDown();
        LineStream open = current;
        if (open != null) {
            open.close();
        }
    }

    private void follow() {
        while (!isClosed()) {
            try {
                feed.list();
                backoff.reset();
                stream();
                if (!cut) {
                    await(backoff.next());
                }
            } catch (ArgoException e) {
                lost(e);
            } catch (RuntimeException e) {
                LOG.warn("{}: a watcher failed; everything is listed anew", Thread.currentThread().getName(), e);
                await(backoff.next());
            }
        }
    }

    private void stream() {
        cut = false;
        try (LineStream stream = feed.open().get()) {
            current = stream;
            Thread guard = Thread.ofVirtual().start(() -> guard(stream));
            try {
                if (!isClosed()) {
                    stream.read(feed.events());
                }
            } finally {
                guard.interrupt();
                current = null;
            }
        }
    }

    private void lost(ArgoException reason) {
        if (!isClosed()) {
            LOG.debug("watch interrupted: {}", reason.getMessage());
            feed.interrupted(reason);
            await(backoff.next());
        }
    }

    private void guard(LineStream stream) {
        long end = System.nanoTime() + policy.relist().toNanos();
        long tick = Math.max(1, Math.min(policy.relist().toMillis(), policy.silence().toMillis()) / 4);
        try {
            while (System.nanoTime() < end && stream.silence() < policy.silence().toNanos()) {
                Thread.sleep(tick);
            }
            cut = true;
            stream.close();
        } catch (InterruptedException e) {
            LOG.trace("stream ended by itself", e);
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void await(Duration delay) {
        try {
            boolean ended = closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("waited {}, closed: {}", delay, ended);
        } catch (InterruptedException e) {
            close();
        }
    }

    /// What is followed.
    public interface Feed {

        void list();

        Supplier<LineStream> open();

        Consumer<JsonView> events();

        void interrupted(ArgoException reason);
    }
}
