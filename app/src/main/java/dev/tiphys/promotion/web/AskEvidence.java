package dev.tiphys.promotion.web;

import java.util.List;

import dev.tiphys.promotion.KeptEvidence;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.evidence.KeptLog;
import dev.tiphys.promotion.evidence.Measured;

/// What a person needs to see of a target before they decide about it, from what is kept of its last delivery.
///
/// @param findings metrics with their limits, those that failed first
/// @param lines of the last step's log
record AskEvidence(List<String> findings, String lines) {

    private static final int MOST = 4;
    private static final int LINES = 8;

    static AskEvidence of(List<KeptEvidence> evidence, TargetView target) {
        List<KeptEvidence> own = evidence.stream()
                .filter(one -> one.application().endsWith("/" + target.application())).toList();
        int last = own.stream().mapToInt(KeptEvidence::attempt).max().orElse(0);
        List<KeptEvidence> latest = own.stream().filter(one -> one.attempt() == last && isFor(one, target)).toList();
        List<String> findings = latest.stream().flatMap(one -> one.metrics().stream()).filter(Measured::isFailed)
                .map(Measured::sentence).distinct().limit(MOST).toList();
        String lines = latest.stream().filter(one -> one.kind().equals("step") && one.name().equals(target.step()))
                .map(one -> KeptLog.tail(one.content(), LINES)).findFirst().orElse("");
        return new AskEvidence(findings, lines);
    }

    // A log belongs to the question while its pod is the one that asked; an older delivery's does not.
    private static boolean isFor(KeptEvidence one, TargetView target) {
        return !one.kind().equals("step") || !one.name().equals(target.step())
                || one.source().equals(target.podName());
    }
}
