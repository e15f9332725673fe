package dev.tiphys.promotion.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.argo.json.JsonView;

/// A metric of an AnalysisRun: what was measured, and what its limits are.
///
/// @param limit such as `must hold: result[0] >= 0.95`; empty where the template has none
/// @param allowed how many failed measurements are allowed
/// @param values the last ones, oldest first
public record Measured(String metric, String phase, String limit, int allowed, String message, List<Value> values) {

    private static final int MOST_METRICS = 20;
    private static final int MOST_VALUES = 30;
    private static final int MOST_BYTES = 100_000;

    public Measured {
        values = List.copyOf(values);
    }

    /// One measurement.
    ///
    /// @param at as the controller wrote it
    public record Value(String value, String phase, String at) {}

    /// Reads the metrics of an AnalysisRun; anything else has none.
    public static List<Measured> of(JsonView run) {
        return run.items("status", "metricResults").limit(MOST_METRICS).map(result -> one(run, result)).toList();
    }

    private static Measured one(JsonView run, JsonView result) {
        String name = result.text("name");
        JsonView metric = run.items("spec", "metrics").filter(known -> known.text("name").equals(name)).findFirst()
                .orElse(JsonView.EMPTY);
        List<Value> values = result.items("measurements")
                .map(one -> new Value(KeptLog.clean(plain(one)), KeptLog.clean(one.text("phase")),
                        KeptLog.clean(one.text("finishedAt"))))
                .toList();
        return new Measured(KeptLog.clean(name), KeptLog.clean(result.text("phase")), limit(metric),
                metric.number(0, "failureLimit"), KeptLog.clean(result.text("message")),
                values.subList(Math.max(0, values.size() - MOST_VALUES), values.size()));
    }

    // Prometheus gives a list of one value; a measurement that failed to be made says why instead.
    private static String plain(JsonView one) {
        String value = one.text("value");
        String inside = value.startsWith("[") && value.endsWith("]") ? value.substring(1, value.length() - 1) : value;
        return inside.isEmpty() ? one.text("message") : inside;
    }

    private static String limit(JsonView metric) {
        List<String> limits = new ArrayList<>();
        if (!metric.text("successCondition").isEmpty()) {
            limits.add("must hold: " + metric.text("successCondition"));
        }
        if (!metric.text("failureCondition").isEmpty()) {
            limits.add("must not hold: " + metric.text("failureCondition"));
        }
        return KeptLog.clean(String.join("; ", limits));
    }

    public boolean isFailed() {
        return phase.equals("Failed") || phase.equals("Error") || phase.equals("Inconclusive");
    }

    /// Such as `success-rate: 0.91, 0.88; must hold: result[0] >= 0.95; 0 failures allowed`.
    public String sentence() {
        String measured = values.isEmpty()
                ? "nothing was measured"
                : values.stream().skip(Math.max(0, values.size() - 5)).map(Value::value)
                        .collect(Collectors.joining(", "));
        return metric + ": " + measured + (limit.isEmpty() ? "" : "; " + limit)
                + (isFailed() ? "; " + (allowed == 1 ? "1 failure" : allowed + " failures") + " allowed" : "");
    }

    /// The text that is kept of them: of too much, the last metrics are left out.
    public static String write(List<Measured> metrics) {
        String text = JsonMapper.shared().writeValueAsString(metrics);
        return text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                ? text
                : write(metrics.subList(0, metrics.size() - 1));
    }

    /// Reads what was kept.
    public static List<Measured> read(String text) {
        return List.of(JsonMapper.shared().readValue(text, Measured[].class));
    }
}
