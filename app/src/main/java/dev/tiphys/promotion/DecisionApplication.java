package dev.tiphys.promotion;

import java.util.Map;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.Workflows;

/// Tells the workflow what a person decided, once however often it is tried: a node takes one answer, and an answered
/// one says so.
@Component
class DecisionApplication {

    private static final Logger log = LoggerFactory.getLogger(DecisionApplication.class);

    private final DecisionBook book;
    private final PromotionLedger ledger;
    private final Workflows workflows;
    private final PromotionStop stop;
    private final PromotionHold hold;
    private final RolloutContinuation continuation;
    private final GateAnswers gates;
    private final PromotionNews news;
    private final Milestone milestone;

    DecisionApplication(DecisionBook book, PromotionLedger ledger, Workflows workflows, PromotionStop stop,
            PromotionHold hold, RolloutContinuation continuation, GateAnswers gates, PromotionNews news,
            Milestone milestone) {
        this.book = book;
        this.ledger = ledger;
        this.workflows = workflows;
        this.stop = stop;
        this.hold = hold;
        this.continuation = continuation;
        this.gates = gates;
        this.news = news;
        this.milestone = milestone;
    }

    void apply(UUID id) {
        Decision decision = book.find(id).orElseThrow();
        Promotion promotion = ledger.get(new PromotionId(decision.promotion()));
        milestone.passed(Milestone.Point.BEFORE_APPLY);
        switch (decision.decision()) {
            case "stop" -> stop.stop(promotion, decision);
            case "pause", "resume" -> hold.follow(promotion);
            case "continue" -> continuation.goOn(promotion, decision);
            case "approve", "reject" -> gates.answer(promotion, decision);
            default -> answer(promotion, decision);
        }
        milestone.passed(Milestone.Point.AFTER_APPLY);
        book.applied(id);
        news.changed(promotion.id());
    }

    private void answer(Promotion promotion, Decision decision) {
        try {
            workflows.control().decide(promotion.namespace(), promotion.workflow(), new Workflows.Decision(
                    decision.node(), Map.of("decision", decision.decision()), decision.sentence()));
        } catch (ArgoException.Conflict | ArgoException.NotFound past) {
            log.info("promotion {}: {} was answered before or is gone: {}", promotion.id(), decision.subject(),
                    past.getMessage());
        }
    }
}
