package dev.tiphys.sandbox.argocd;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/// What the containers of the fleet say: a few lines at their start, then one every ten seconds.
final class PodLogs {

    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final int KEPT = 500;

    private PodLogs() {
    }

    /// One line of a container.
    record Line(Instant at, String text) {}

    /// The lines of a pod's container after `since` and up to `until`.
    static List<Line> of(JsonNode pod, String container, Instant since, Instant until) {
        List<Line> lines = new ArrayList<>();
        String image = image(pod, container);
        Instant born = Instant.parse(pod.path("metadata").path("creationTimestamp").asString(until.toString()));
        String version = image.substring(image.lastIndexOf(':') + 1);
        lines.add(new Line(born, "starting " + image));
        lines.add(new Line(born.plusSeconds(1), "version " + version + " listening on :8080"));
        long beats = Math.max(0, Duration.between(born, until).dividedBy(BEAT));
        for (long beat = Math.max(1, beats - KEPT); beat <= beats; beat++) {
            int millis = Math.floorMod((image + beat).hashCode(), 40) + 5;
            lines.add(new Line(born.plus(BEAT.multipliedBy(beat)), "GET /healthz 200 " + millis + "ms"));
        }
        return lines.stream().filter(line -> line.at().isAfter(since) && !line.at().isAfter(until)).toList();
    }

    private static String image(JsonNode pod, String container) {
        for (JsonNode each : pod.path("spec").path("containers")) {
            if (container.isEmpty() || each.path("name").asString("").equals(container)) {
                return each.path("image").asString("");
            }
        }
        throw GrpcException.invalid("container " + container + " is not valid for pod "
                + pod.path("metadata").path("name").asString(""));
    }
}
