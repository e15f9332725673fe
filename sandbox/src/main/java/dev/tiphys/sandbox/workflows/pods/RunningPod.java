package dev.tiphys.sandbox.workflows.pods;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tiphys.sandbox.time.SimClock;

/// A pod from its creation to its end.
final class RunningPod {

    private final PodRequest request;
    private final PodLog log;
    private volatile boolean ended;
    private @Nullable Thread thread;
    private SimClock.@Nullable Scheduled next;

    RunningPod(PodRequest request) {
        this.request = request;
        this.log = new PodLog(request.podName());
    }

    PodRequest request() {
        return request;
    }

    PodLog log() {
        return log;
    }

    synchronized void runsOn(Thread worker) {
        this.thread = worker;
    }

    synchronized void waitsFor(SimClock.Scheduled step) {
        this.next = step;
    }

    boolean isEnded() {
        return ended;
    }

    /// Marks it ended; whether it was not yet.
    synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        log.end();
        return first;
    }

    synchronized void kill() {
        Optional.ofNullable(next).ifPresent(SimClock.Scheduled::cancel);
        Optional.ofNullable(thread).ifPresent(Thread::interrupt);
    }
}
