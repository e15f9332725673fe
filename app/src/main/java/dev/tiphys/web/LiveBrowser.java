package dev.tiphys.web;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// One open stream. Each browser is written to by its own thread, so that a slow one delays nobody; while it is still
/// being written to, further events are dropped and it is told to fetch everything.
final class LiveBrowser {

    private final SseEmitter emitter;
    private final Executor threads;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean behind;

    LiveBrowser(SseEmitter emitter, Executor threads) {
        this.emitter = emitter;
        this.threads = threads;
    }

    void send(SseEmitter.SseEventBuilder event) {
        if (writing.isLocked()) {
            behind = true;
            return;
        }
        try {
            threads.execute(() -> write(event));
        } catch (RejectedExecutionException e) {
            close();
        }
    }

    private void write(SseEmitter.SseEventBuilder event) {
        writing.lock();
        try {
            emitter.send(event);
            if (behind) {
                behind = false;
                emitter.send(SseEmitter.event().name("refresh").data("all"));
            }
        } catch (IOException | IllegalStateException e) {
            emitter.completeWithError(e);
        } finally {
            writing.unlock();
        }
    }

    void close() {
        emitter.complete();
    }
}
