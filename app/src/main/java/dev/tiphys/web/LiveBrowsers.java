package dev.tiphys.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The open live streams of this replica. Topics are gathered for a moment and sent together, so that a burst of
/// changes costs each browser one event.
@Component
class LiveBrowsers {

    private static final Duration GATHER = Duration.ofMillis(100);
    private static final Duration RECONNECT = Duration.ofMinutes(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /// A page that takes longer than this to open its stream may show something that has changed meanwhile.
    private static final Duration RECENT = Duration.ofSeconds(15);

    private final Set<LiveBrowser> browsers = ConcurrentHashMap.newKeySet();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> recent = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LiveBrowsers() {
        threads.execute(() -> repeat(GATHER, this::sendChanges));
        threads.execute(() -> repeat(HEARTBEAT, this::sendHeartbeat));
    }

    void changed(String topic) {
        recent.put(topic, System.nanoTime());
        if (!browsers.isEmpty()) {
            changed.add(topic);
        }
    }

    /// Changes may have been missed: every browser fetches everything it shows.
    void refresh() {
        browsers.forEach(browser -> browser.send(SseEmitter.event().name("refresh").data("all")));
    }

    /// A stream for one browser. It ends after a while, so that a person who signed out or lost a right loses it too.
    SseEmitter open() throws IOException {
        SseEmitter emitter = new SseEmitter(RECONNECT.toMillis());
        LiveBrowser browser = new LiveBrowser(emitter, threads);
        emitter.onCompletion(() -> browsers.remove(browser));
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> browsers.remove(browser));
        browsers.add(browser);
        emitter.send(SseEmitter.event().name("hello").reconnectTime(2000).data("connected"));
        String missed = String.join(" ", recentTopics());
        if (!missed.isEmpty()) {
            browser.send(SseEmitter.event().name("changed").data(missed));
        }
        if (closed.get()) {
            emitter.complete();
        }
        return emitter;
    }

    // What changed between the making of a page and the opening of its stream is told again.
    private Set<String> recentTopics() {
        long since = System.nanoTime() - RECENT.toNanos();
        recent.values().removeIf(at -> at - since < 0);
        return Set.copyOf(recent.keySet());
    }

    private void sendChanges() {
        Set<String> topics = Set.copyOf(changed);
        if (!topics.isEmpty()) {
            changed.removeAll(topics);
            String names = String.join(" ", topics);
            browsers.forEach(browser -> browser.send(SseEmitter.event().name("changed").data(names)));
        }
    }

    private void sendHeartbeat() {
        browsers.forEach(browser -> browser.send(SseEmitter.event().comment("still here")));
        recentTopics();
    }

    private void repeat(Duration pause, Runnable work) {
        try {
            while (!closed.get()) {
                Thread.sleep(pause);
                work.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// An open stream would hold up a graceful shutdown until its deadline.
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed.set(true);
        browsers.forEach(LiveBrowser::close);
        threads.shutdownNow();
    }
}
