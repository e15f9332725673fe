package dev.tiphys.promotion.web;

import java.util.List;
import java.util.stream.Stream;

import dev.tiphys.promotion.KeptEvidence;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.evidence.KeptLog;
import dev.tiphys.promotion.evidence.Measured;

/// What a person needs to see of a target before they decide about it, from what is kept of its last delivery.
///
/// @param findings metrics that failed, with their limits
/// @param lines the end of what the application's pod said, or else the step; empty where that says no more than the
///        question itself
record AskEvidence(boolean isEmpty, List<String> findings, String lines) {

    private static final int MOST = 4;
    private static final int LINES = 6;

    /// @param inside whether the person may read what the application says
    static AskEvidence of(List<KeptEvidence> evidence, TargetView target, boolean inside) {
        List<KeptEvidence> own = evidence.stream()
                .filter(one -> one.application().endsWith("/" + target.application())).toList();
        int last = own.stream().mapToInt(KeptEvidence::attempt).max().orElse(0);
        List<KeptEvidence> latest = own.stream().filter(one -> one.attempt() == last).toList();
        boolean isOfThisQuestion = latest.stream().anyMatch(one -> one.source().equals(target.podName()));
        if (!isOfThisQuestion) {
            return new AskEvidence(true, List.of(), "");
        }
        List<String> findings = latest.stream().flatMap(one -> one.metrics().stream()).filter(Measured::isFailed)
                .map(Measured::sentence).distinct().limit(MOST).toList();
        String lines = Stream.concat(latest.stream().filter(one -> inside && one.kind().equals("pod")),
                latest.stream().filter(one -> one.source().equals(target.podName()))).map(KeptEvidence::content)
                .filter(text -> !text.isBlank() && !text.strip().equals(target.reason().strip())).findFirst()
                .map(text -> KeptLog.tail(text, LINES)).orElse("");
        return new AskEvidence(false, findings, lines);
    }
}
