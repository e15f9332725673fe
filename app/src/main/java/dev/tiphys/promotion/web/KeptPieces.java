package dev.tiphys.promotion.web;

import java.time.Instant;
import java.util.List;

import dev.tiphys.promotion.KeptEvidence;
import dev.tiphys.promotion.evidence.Measured;
import dev.tiphys.promotion.web.LogPage.Kept;
import dev.tiphys.promotion.web.LogPage.Metric;
import dev.tiphys.promotion.web.LogPage.Value;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// Draws what is kept of a target.
record KeptPieces(List<KeptEvidence> evidence, Instant now) {

    List<Kept> all() {
        int last = evidence.stream().mapToInt(KeptEvidence::attempt).max().orElse(0);
        return evidence.stream().map(one -> piece(one, last > 1, one.attempt() == last && opens(one))).toList();
    }

    // The step that a delivery ended with is its last one, and it is what people come for.
    private boolean opens(KeptEvidence one) {
        return !one.kind().equals("step") || evidence.stream()
                .filter(other -> other.kind().equals("step") && other.attempt() == one.attempt())
                .reduce((earlier, later) -> later).filter(one::equals).isPresent();
    }

    private Kept piece(KeptEvidence one, boolean numbered, boolean open) {
        String title = switch (one.kind()) {
            case "analysis" -> "Analysis " + one.name();
            case "pod" -> "Application pod " + one.name();
            default -> "Step " + one.name();
        };
        return new Kept(title + (numbered ? ", delivery " + one.attempt() : ""), one.source(),
                Age.of(one.keptAt(), now), one.isAnalysis() ? "" : one.content(), one.trouble(),
                one.metrics().stream().map(KeptPieces::metric).toList(), open);
    }

    private static Metric metric(Measured metric) {
        long failed = metric.values().stream().filter(value -> !value.phase().equals("Successful")).count();
        return new Metric(metric.metric(), status(metric.phase()), metric.limit(),
                failed + " failed, " + metric.allowed() + " allowed",
                metric.values().stream()
                        .map(value -> new Value(value.value(), status(value.phase()).css(), clock(value.at())))
                        .toList());
    }

    private static String clock(String at) {
        return at.length() >= 19 ? at.substring(11, 19) : at;
    }

    private static Status status(String phase) {
        return switch (phase) {
            case "Successful" -> new Status(State.OK, "Within its limit");
            case "Failed" -> new Status(State.BAD, "Past its limit");
            case "Error" -> new Status(State.BAD, "Could not be measured");
            case "Inconclusive" -> new Status(State.WAIT, "Unclear");
            case "Running", "Pending" -> new Status(State.RUN, "Measured");
            default -> new Status(State.IDLE, phase.isEmpty() ? "Unknown" : phase);
        };
    }
}
