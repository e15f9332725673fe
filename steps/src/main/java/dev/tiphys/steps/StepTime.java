package dev.tiphys.steps;

import java.time.Duration;
import java.time.Instant;

/// Time as a step sees it: real in a pod, settable in the sandbox.
public interface StepTime {

    Instant now();

    void sleep(Duration duration) throws InterruptedException;
}
