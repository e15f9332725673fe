package dev.tiphys.promotion;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalChanged;
import dev.tiphys.approval.ApprovalOutcome;
import dev.tiphys.approval.ApprovalState;
import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalSubject;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;

/// Carries the end of an approval to its gate: the decision and the task that tells the workflow, in the transaction
/// that decided it.
@Component
class GateOutcomes {

    private final PromotionLedger ledger;
    private final DecisionBook book;
    private final PromotionTasks tasks;
    private final PromotionNews news;
    private final Clock clock;

    GateOutcomes(PromotionLedger ledger, DecisionBook book, PromotionTasks tasks, PromotionNews news, Clock clock) {
        this.ledger = ledger;
        this.book = book;
        this.tasks = tasks;
        this.news = news;
        this.clock = clock;
    }

    @EventListener
    void tellPages(ApprovalChanged changed) {
        if (changed.subject().kind() == ApprovalSubject.Kind.PROMOTION_GATE) {
            news.changed(PromotionId.parse(changed.subject().id()));
        }
    }

    @EventListener
    void enter(ApprovalOutcome outcome) {
        if (outcome.subject().kind() != ApprovalSubject.Kind.PROMOTION_GATE) {
            return;
        }
        PromotionId id = PromotionId.parse(outcome.subject().id());
        ledger.find(id.value()).filter(promotion -> !promotion.phase().isFinal())
                .flatMap(promotion -> gate(promotion, outcome))
                .ifPresent(gate -> enter(gate, outcome));
    }

    private record WaitingGate(Promotion promotion, WaveCourse wave) {}

    /// The gate that hears of it: a request that became void because the promotion was stopped or its gate was answered
    /// elsewhere leaves nothing to tell.
    private Optional<WaitingGate> gate(Promotion promotion, ApprovalOutcome outcome) {
        boolean stopped = outcome.state() == ApprovalState.VOID
                && book.find(promotion.id().value(), PromotionDecisions.STOP).isPresent();
        return ledger.course(promotion.id()).findWave(outcome.subject().part())
                .filter(wave -> !stopped && wave.phase() == WavePhase.WAITING)
                .map(wave -> new WaitingGate(promotion, wave));
    }

    private void enter(WaitingGate gate, ApprovalOutcome outcome) {
        Promotion promotion = gate.promotion();
        boolean granted = outcome.state() == ApprovalState.GRANTED
                && outcome.planHash().equals(promotion.planHash());
        String word = granted ? "approve" : "reject";
        ApprovalStep last = outcome.last();
        Decision decision = new Decision(UUID.randomUUID(), promotion.id().value(), "approval", gate.wave().name(),
                gate.wave().gateNode(), word, reason(outcome), last.bySubject(), last.byName(), clock.instant(), null);
        book.enter(decision);
        tasks.apply(decision.id());
        news.record(ActionTaken.by(new Actor(last.bySubject(), last.byName(), last.via()),
                "promotion.approval-" + word, "promotion", promotion.id().toString())
                .change(null, gate.wave().name() + " " + word)
                .because(decision.reason().isBlank() ? null : decision.reason()).underPlan(promotion.planHash()),
                promotion.service(), gate.wave().name());
        news.changed(promotion.id());
    }

    private static String reason(ApprovalOutcome outcome) {
        return outcome.state() == ApprovalState.EXPIRED
                ? "the approval expired, " + outcome.last().words()
                : outcome.last().words();
    }
}
