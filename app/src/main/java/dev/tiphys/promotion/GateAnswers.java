package dev.tiphys.promotion;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.gate.GateStatement;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.promotion.compile.NodeNames;
import dev.tiphys.promotion.course.GateCourse;

/// Answers the open question of a gate with what was decided, under the portal's signature.
@Component
class GateAnswers {

    private static final Logger log = LoggerFactory.getLogger(GateAnswers.class);

    private static final String FOREIGN = "It is another workflow than the one that was planned. Nothing was changed.";

    private final Workflows workflows;
    private final GateKeys keys;
    private final PromotionProperties properties;
    private final Clock clock;

    GateAnswers(Workflows workflows, GateKeys keys, PromotionProperties properties, Clock clock) {
        this.workflows = workflows;
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    /// Safe to repeat. Throws while the gate asks nothing, since somebody's answer is just being looked at, and when
    /// somebody else answers in between: a later attempt meets the next question.
    void answer(Promotion promotion, Decision decision) {
        Optional<WorkflowRun> run = find(promotion);
        GateCourse gate = run.map(found -> GateCourse.read(found, gateOf(promotion, decision)))
                .orElse(GateCourse.LATER);
        Optional<GateCourse.Level> open = gate.open();
        if (open.isPresent()) {
            answer(promotion, decision, open.get());
        } else if (gate.isWaiting()) {
            throw new IllegalStateException(decision.subject() + " asks nothing at the moment");
        } else {
            log.info("promotion {}: the gate {} is over", promotion.id(), decision.subject());
        }
    }

    private Optional<WorkflowRun> find(Promotion promotion) {
        try {
            return Optional.of(workflows.get(promotion.namespace(), promotion.workflow()));
        } catch (ArgoException.NotFound gone) {
            return Optional.empty();
        }
    }

    private static String gateOf(Promotion promotion, Decision decision) {
        NodeNames names = new NodeNames(promotion.workflow());
        return decision.isAdmission() ? names.admission() : names.gate(decision.subject());
    }

    private void answer(Promotion promotion, Decision decision, GateCourse.Level level) {
        boolean foreign = decision.isAdmission() && !ManifestMatch.fits(promotion.manifest(),
                workflows.getText(promotion.namespace(), promotion.workflow()));
        String word = foreign ? "reject" : decision.decision();
        String sentence = foreign ? FOREIGN : decision.isAdmission() ? "known as planned" : decision.sentence();
        Map<String, String> outputs = new HashMap<>(Map.of("decision", word));
        // Workflows that began before gates were signed take no proof.
        boolean isSigned = level.question().inputs().containsKey("proof");
        if (isSigned) {
            outputs.put("proof", proof(promotion, decision, level.name(), new Word(word, sentence)));
        }
        try {
            decide(promotion, level, outputs, sentence);
        } catch (ArgoException.Refused taken) {
            if (isSigned) {
                endUnsigned(promotion, level);
            }
            throw taken;
        }
    }

    /// Outputs that somebody set in Argo without ending the question keep ours out for ever. It is ended as it stands:
    /// without a signature that opens nothing, and the gate asks anew.
    private void endUnsigned(Promotion promotion, GateCourse.Level level) {
        log.warn("promotion {}: {} holds an answer that is not ours", promotion.id(), level.name());
        decide(promotion, level, Map.of(), "ended without a signature");
    }

    private void decide(Promotion promotion, GateCourse.Level level, Map<String, String> outputs, String sentence) {
        workflows.control().decide(promotion.namespace(), promotion.workflow(),
                new Workflows.Decision(level.question().id(), outputs, sentence));
    }

    private record Word(String decision, String sentence) {}

    private String proof(Promotion promotion, Decision decision, String gate, Word word) {
        Instant until = clock.instant().plus(properties.gateLifetime());
        String wave = decision.isAdmission() ? NodeNames.ADMISSION : decision.subject();
        return keys.signerOf(promotion.manifest()).sign(new GateStatement(promotion.workflow(), gate, wave,
                promotion.planHash(), word.decision(), decision.bySubject(), word.sentence(), until));
    }
}
