package dev.tiphys.sandbox.workflows.pods;

import java.time.Duration;

/// How long pods take in the sandbox's time.
///
/// @param start from the node to the running container
/// @param played what a container that is only played takes, unless its template's metadata has the
///        annotation `sandbox.tiphys.dev/duration`
public record PlayTime(Duration start, Duration played) {

    public static PlayTime usual() {
        return new PlayTime(Duration.ofSeconds(2), Duration.ofSeconds(10));
    }
}
