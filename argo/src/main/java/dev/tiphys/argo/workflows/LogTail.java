package dev.tiphys.argo.workflows;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.http.LineStream;

/// Hands a log stream to its reader, line by line, on a thread of its own.
final class LogTail implements Subscription {

    private final LineStream stream;
    private final Workflows.LogReader reader;
    private volatile boolean closed;

    private LogTail(LineStream stream, Workflows.LogReader reader) {
        this.stream = stream;
        this.reader = reader;
    }

    static Subscription start(LineStream stream, Workflows.LogReader reader) {
        LogTail tail = new LogTail(stream, reader);
        Thread.ofVirtual().name("workflow log").start(tail::follow);
        return tail;
    }

    @Override
    public void close() {
        closed = true;
        stream.close();
    }

    private void follow() {
        try {
            stream.read(entry -> reader.line(entry.text("podName"), entry.text("content")));
            if (!closed) {
                reader.ended();
            }
        } catch (ArgoException e) {
            if (!closed) {
                reader.failed(e);
            }
        }
    }
}
