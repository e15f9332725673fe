package dev.tiphys.promotion;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.promotion.PromotionView.WorkflowName;

/// The end of what a step's pod says, read from Argo Workflows at the moment it is asked for.
@Component
public class StepLogs {

    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final int LINES = 400;

    private final Workflows workflows;

    StepLogs(Workflows workflows) {
        this.workflows = workflows;
    }

    /// @param text the last lines; empty when there are none
    /// @param trouble why it could not be read; empty when it could
    public record Log(String text, String trouble) {}

    /// Answers within the deadline with what has been read until then.
    public Log read(WorkflowName workflow, String podName) {
        if (podName.isEmpty()) {
            return new Log("", "");
        }
        Tail tail = new Tail();
        try (Subscription _ = workflows.logs(workflow.namespace(), workflow.name(), podName, false, tail)) {
            boolean complete = tail.done.await(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            return tail.log(complete);
        } catch (ArgoException unreadable) {
            return new Log("", "The log cannot be read: " + unreadable.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return tail.log(false);
        }
    }

    /// The last lines of a pod that has ended; throws an [ArgoException] where they cannot be had in time.
    List<String> end(WorkflowName workflow, String podName) {
        Tail tail = new Tail();
        try (Subscription _ = workflows.logs(workflow.namespace(), workflow.name(), podName, false, tail)) {
            boolean complete = tail.done.await(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            return tail.lines(complete, podName);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw late(podName);
        }
    }

    private static ArgoException late(String podName) {
        return new ArgoException.Unavailable("Argo Workflows", "read log " + podName, "it took too long",
                "It is tried again.", null, null);
    }

    private static final class Tail implements Workflows.LogReader {

        private final CountDownLatch done = new CountDownLatch(1);
        private final Deque<String> lines = new ArrayDeque<>();
        private String trouble = "";
        private @Nullable ArgoException failure;

        @Override
        public synchronized void line(String podName, String text) {
            if (lines.size() == LINES) {
                lines.removeFirst();
            }
            lines.addLast(text);
        }

        @Override
        public void ended() {
            done.countDown();
        }

        @Override
        public void failed(ArgoException reason) {
            synchronized (this) {
                trouble = "The log cannot be read to its end: " + reason.getMessage();
                failure = reason;
            }
            done.countDown();
        }

        synchronized List<String> lines(boolean complete, String podName) {
            if (failure != null) {
                throw failure;
            }
            if (!complete) {
                throw late(podName);
            }
            return List.copyOf(lines);
        }

        synchronized Log log(boolean complete) {
            String late = complete ? trouble : "Argo Workflows took too long; this may not be all.";
            return new Log(String.join("\n", lines), late);
        }
    }
}
