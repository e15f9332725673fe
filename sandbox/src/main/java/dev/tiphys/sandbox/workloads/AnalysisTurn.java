package dev.tiphys.sandbox.workloads;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One look at an AnalysisRun: measures what is due and draws the conclusion, by the controller's rules of counts
/// and limits.
final class AnalysisTurn {

    private static final int KEPT = 10;

    private final ObjectNode run;
    private final ObjectNode status;
    private final Instant now;
    private final Duration usualInterval;
    private Duration untilNext = Duration.ofHours(1);

    AnalysisTurn(ObjectNode run, Instant now, Duration usualInterval) {
        this.run = run;
        this.status = run.path("status") instanceof ObjectNode present ? present : run.objectNode();
        this.now = now;
        this.usualInterval = usualInterval;
    }

    ObjectNode status() {
        return status;
    }

    boolean isOver() {
        return status.has("completedAt");
    }

    Duration untilNext() {
        return untilNext;
    }

    void advance(Supplier<String> value, boolean good) {
        if (!status.has("startedAt")) {
            status.put("phase", "Running").put("startedAt", seconds());
        }
        if (run.path("spec").path("terminate").asBoolean(false)) {
            end("Successful", "Run Terminated");
            return;
        }
        boolean allDone = true;
        for (JsonNode metric : run.path("spec").path("metrics")) {
            ObjectNode result = result(metric.path("name").asString(""));
            measureIfDue(metric, result, value, good);
            String phase = result.path("phase").asString("Running");
            if (phase.equals("Failed")) {
                summarise();
                end("Failed", "Metric \"" + metric.path("name").asString("") + "\" assessed Failed due to failed ("
                        + result.path("failed").asInt(0) + ") > failureLimit ("
                        + metric.path("failureLimit").asInt(0) + ")");
                return;
            }
            allDone &= phase.equals("Successful");
        }
        summarise();
        if (allDone) {
            end("Successful", "");
        }
    }

    private void measureIfDue(JsonNode metric, ObjectNode result, Supplier<String> value, boolean good) {
        if (!result.path("phase").asString("").equals("Running")) {
            return;
        }
        Instant due = due(metric, result);
        if (now.isBefore(due)) {
            sooner(Duration.between(now, due));
            return;
        }
        record(result, value.get(), good);
        int limit = metric.path("failureLimit").asInt(0);
        if (limit >= 0 && result.path("failed").asInt(0) > limit) {
            result.put("phase", "Failed");
        } else if (result.path("count").asInt(0) >= count(metric)) {
            result.put("phase", "Successful");
        } else {
            sooner(interval(metric));
        }
    }

    private Instant due(JsonNode metric, ObjectNode result) {
        ArrayNode measured = result.withArrayProperty("measurements");
        if (measured.isEmpty()) {
            Instant started = Instant.parse(status.path("startedAt").asString());
            return started.plus(GoDuration.parse(metric.path("initialDelay"), Duration.ZERO));
        }
        return Instant.parse(measured.path(measured.size() - 1).path("finishedAt").asString())
                .plus(interval(metric));
    }

    private void record(ObjectNode result, String value, boolean good) {
        ArrayNode measured = result.withArrayProperty("measurements");
        measured.addObject().put("phase", good ? "Successful" : "Failed").put("value", value)
                .put("startedAt", now.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("finishedAt", now.truncatedTo(ChronoUnit.MILLIS).toString());
        while (measured.size() > KEPT) {
            measured.remove(0);
        }
        String counter = good ? "successful" : "failed";
        result.put("count", result.path("count").asInt(0) + 1);
        result.put(counter, result.path(counter).asInt(0) + 1);
        result.put("consecutiveSuccess", good ? result.path("consecutiveSuccess").asInt(0) + 1 : 0);
    }

    private Duration interval(JsonNode metric) {
        return GoDuration.parse(metric.path("interval"), usualInterval);
    }

    private static int count(JsonNode metric) {
        return metric.path("count").asInt(metric.has("interval") ? Integer.MAX_VALUE : 1);
    }

    private ObjectNode result(String name) {
        for (JsonNode present : status.path("metricResults")) {
            if (present.path("name").asString("").equals(name)) {
                return (ObjectNode) present;
            }
        }
        return status.withArrayProperty("metricResults").addObject().put("name", name).put("phase", "Running");
    }

    private void sooner(Duration delay) {
        untilNext = delay.compareTo(untilNext) < 0 ? delay : untilNext;
    }

    private void summarise() {
        ObjectNode summary = status.putObject("runSummary");
        summary.put("count", status.path("metricResults").size());
        for (JsonNode result : status.path("metricResults")) {
            String counter = switch (result.path("phase").asString("")) {
                case "Successful" -> "successful";
                case "Failed" -> "failed";
                default -> "";
            };
            if (!counter.isEmpty()) {
                summary.put(counter, summary.path(counter).asInt(0) + 1);
            }
        }
    }

    private void end(String phase, String message) {
        status.put("phase", phase).put("completedAt", seconds());
        if (!message.isEmpty()) {
            status.put("message", message);
        }
        for (JsonNode result : status.path("metricResults")) {
            if (result.path("phase").asString("").equals("Running")) {
                ((ObjectNode) result).put("phase", "Successful").put("message", "Metric Terminated");
            }
        }
    }

    private String seconds() {
        return now.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
