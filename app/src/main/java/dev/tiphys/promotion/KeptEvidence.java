package dev.tiphys.promotion;

import java.time.Instant;
import java.util.List;

import dev.tiphys.promotion.evidence.Measured;

/// What stays with a target's result although pods and analyses go.
///
/// @param application as Argo CD names it in full
/// @param attempt the delivery it belongs to, from 1
/// @param kind `step` (the log of a step's pod), `pod` (that of an application's pod) or `analysis`
/// @param name of the step, the pod or the AnalysisRun
/// @param source the pod of a step; the phase of an analysis
/// @param content the log, or the metrics as JSON; empty where there was nothing
/// @param trouble why it could not be had; empty when it could
public record KeptEvidence(String application, int attempt, String kind, String name, String source, String content,
        String trouble, Instant keptAt) {

    public boolean isAnalysis() {
        return kind.equals("analysis");
    }

    /// The metrics of an analysis; none for others.
    public List<Measured> metrics() {
        return isAnalysis() && !content.isEmpty() ? Measured.read(content) : List.of();
    }
}
