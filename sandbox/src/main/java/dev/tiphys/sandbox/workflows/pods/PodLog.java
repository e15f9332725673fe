package dev.tiphys.sandbox.workflows.pods;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The log of one pod's main container.
public final class PodLog {

    private final String podName;
    private final List<Line> lines = new ArrayList<>();
    private boolean ended;

    PodLog(String podName) {
        this.podName = podName;
    }

    public String podName() {
        return podName;
    }

    synchronized void add(Instant at, String text) {
        lines.add(new Line(at, text, podName));
        notifyAll();
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// The lines from index `from` on, as far as they are written.
    public synchronized List<Line> from(int from) {
        return List.copyOf(lines.subList(Math.min(from, lines.size()), lines.size()));
    }

    public synchronized boolean isEnded() {
        return ended;
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(text.isEmpty() ? "" : "\n").append(line.text()));
        return text.toString();
    }

    /// One line with the sandbox's time.
    public record Line(Instant at, String text, String podName) {}
}
