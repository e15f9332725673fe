package dev.tiphys.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.workflows.Workflows;

/// Reads the log of one pod as far as it is written.
@Component
class TrailLog {

    private static final Duration DEADLINE = Duration.ofSeconds(8);
    private static final int MOST_LINES = 5_000;

    private final Workflows workflows;

    TrailLog(Workflows workflows) {
        this.workflows = workflows;
    }

    /// Whatever came in time; a line in place of what did not.
    List<String> read(String namespace, String workflow, String pod) {
        Lines lines = new Lines();
        Subscription stream = workflows.logs(namespace, workflow, pod, false, lines);
        try {
            lines.end.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            lines.line(pod, "… the rest did not come in time.");
        } catch (ExecutionException failed) {
            lines.line(pod, "… " + String.valueOf(failed.getCause() == null ? "" : failed.getCause().getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            stream.close();
        }
        return lines.all();
    }

    private static final class Lines implements Workflows.LogReader {

        private final List<String> all = new ArrayList<>();
        private final CompletableFuture<Boolean> end = new CompletableFuture<>();

        @Override
        public synchronized void line(String podName, String text) {
            if (all.size() < MOST_LINES) {
                all.add(text);
            }
        }

        synchronized List<String> all() {
            return List.copyOf(all);
        }

        @Override
        public void ended() {
            end.complete(Boolean.TRUE);
        }

        @Override
        public void failed(ArgoException reason) {
            end.completeExceptionally(reason);
        }
    }
}
