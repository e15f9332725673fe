package dev.tiphys.argo.cd;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import dev.tiphys.argo.http.LineStream;

/// The end of a log stream. Whoever reads it never waits longer than a few seconds: what came until then counts.
final class LogEnd {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Executor LATER = CompletableFuture.delayedExecutor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);

    private LogEnd() {
    }

    static List<String> read(LineStream stream, int lines) {
        Deque<String> end = new ArrayDeque<>();
        CompletableFuture<Void> limit = CompletableFuture.runAsync(stream::close, LATER);
        try (stream) {
            stream.read(entry -> {
                if (!entry.flag("last")) {
                    if (end.size() == lines) {
                        end.removeFirst();
                    }
                    end.addLast(entry.text("content"));
                }
            });
        } finally {
            limit.cancel(false);
        }
        return List.copyOf(end);
    }
}
