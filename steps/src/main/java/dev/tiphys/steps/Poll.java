package dev.tiphys.steps;

import java.time.Duration;
import java.time.Instant;

import dev.tiphys.argo.ArgoException;

/// Looks again and again until a look says done or failed, or nothing moves for too long.
final class Poll {

    private final Pod pod;
    private final Duration interval;
    private final Duration timeout;
    private final Duration patience;

    Poll(Order order, Pod pod) {
        this.pod = pod;
        this.interval = order.duration("interval", "2s");
        this.timeout = order.duration("timeout", "10m");
        this.patience = order.duration("patience", "2m");
    }

    /// @return the sentence of the look that said done
    String until(Look look) throws InterruptedException {
        Instant moved = pod.now();
        Instant answered = moved;
        String mark = "";
        while (true) {
            try {
                Observation seen = look.look();
                answered = pod.now();
                switch (seen) {
                    case Observation.Done done -> {
                        return done.sentence();
                    }
                    case Observation.Waiting waiting -> {
                        moved = waiting.mayLast() || !waiting.mark().equals(mark) ? answered : moved;
                        mark = waiting.mark();
                        pod.say(waiting.sentence());
                        failIfStuck(moved, answered, waiting);
                    }
                }
            } catch (ArgoException.Unavailable e) {
                moved = pod.now();
                bear(e, answered);
            }
            pod.sleep(interval);
        }
    }

    private void failIfStuck(Instant moved, Instant now, Observation.Waiting waiting) {
        if (Duration.between(moved, now).compareTo(timeout) > 0) {
            throw new ChangeFailed("gave up after " + Durations.write(timeout) + ": " + waiting.sentence());
        }
    }

    private void bear(ArgoException.Unavailable failure, Instant answered) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (Duration.between(answered, pod.now()).compareTo(patience) > 0) {
            throw failure;
        }
        pod.say("waits for an answer: " + failure.getMessage());
    }

    /// One look; throws [ChangeFailed] when there is nothing to wait for any more.
    interface Look {
        Observation look();
    }

    sealed interface Observation {

        record Done(String sentence) implements Observation {}

        /// @param mark whatever differs from the last time shows that things move
        /// @param mayLast whether the wait is part of the plan, such as a pause, and has no limit
        record Waiting(String sentence, String mark, boolean mayLast) implements Observation {}

        static Observation done(String sentence) {
            return new Done(sentence);
        }

        static Observation waiting(String sentence) {
            return new Waiting(sentence, "", false);
        }
    }
}
