package dev.tiphys.sandbox.workloads;

import java.time.Duration;

/// How long the clusters take, in sandbox time. The defaults let one see a canary climb without waiting for it.
///
/// @param podStart from a pod's creation until it serves
/// @param slowPodStart the same for versions named `*-slow`
/// @param terminating from a scale-down until the pods are gone
/// @param measurement how long an analysis waits between two measurements where its template names no interval
public record WorkloadTimings(Duration podStart, Duration slowPodStart, Duration terminating, Duration measurement) {

    public static WorkloadTimings defaults() {
        return new WorkloadTimings(Duration.ofMillis(1200), Duration.ofSeconds(9), Duration.ofMillis(500),
                Duration.ofSeconds(1));
    }
}
