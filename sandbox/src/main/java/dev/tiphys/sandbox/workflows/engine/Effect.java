package dev.tiphys.sandbox.workflows.engine;

import java.time.Duration;

import dev.tiphys.sandbox.workflows.pods.PodRequest;

/// What a pass over a workflow wants done outside of the Workflow object once that is written.
sealed interface Effect {

    record StartPod(PodRequest request) implements Effect {}

    record StopPod(String nodeId) implements Effect {}

    record WakeIn(Duration delay) implements Effect {}

    record Tell(String type, String reason, String message) implements Effect {}

    record DeleteAfter(Duration delay) implements Effect {}
}
