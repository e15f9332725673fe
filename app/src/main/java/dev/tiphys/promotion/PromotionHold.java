package dev.tiphys.promotion;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.rollout.Rollouts;

/// Brings workflow and rollouts to what was decided last about holding a promotion. However late a task runs, it goes
/// by the latest decision and looks for a later one when it is done, so that a delayed pause never undoes a resume or
/// a stop.
@Component
class PromotionHold {

    private static final Logger log = LoggerFactory.getLogger(PromotionHold.class);
    private static final int TRIES = 5;

    private final PromotionLedger ledger;
    private final DecisionBook book;
    private final HeldRollouts held;
    private final Workflows workflows;
    private final Rollouts rollouts;
    private final PromotionTasks tasks;

    PromotionHold(PromotionLedger ledger, DecisionBook book, HeldRollouts held, Workflows workflows, Rollouts rollouts,
            PromotionTasks tasks) {
        this.ledger = ledger;
        this.book = book;
        this.held = held;
        this.workflows = workflows;
        this.rollouts = rollouts;
        this.tasks = tasks;
    }

    /// Safe to repeat; throws [ArgoException] when a part could not be told, which a later attempt may mend.
    void follow(Promotion promotion) {
        for (int i = 0; i < TRIES; i++) {
            Hold hold = hold(promotion);
            apply(promotion, hold);
            if (hold(promotion).mark().equals(hold.mark())) {
                return;
            }
        }
        throw new IllegalStateException("promotion " + promotion.id() + " is paused and resumed faster than Argo is");
    }

    /// Holds what has begun to move since the promotion was paused: a sync that ran on may have started a rollout.
    void holdOn(Promotion promotion) {
        // Who lets the workflow on in Argo itself is not fought.
        if (hold(promotion).pause().isPresent() && promotion.phase() == PromotionPhase.PAUSED) {
            follow(promotion);
        }
    }

    private Hold hold(Promotion promotion) {
        return Hold.of(book.list(promotion.id()));
    }

    private void apply(Promotion promotion, Hold hold) {
        if (hold.pause().isPresent()) {
            tell(promotion, () -> workflows.control().suspend(promotion.namespace(), promotion.workflow()));
            holdRollouts(promotion);
        } else if (hold.stop().isPresent()) {
            tell(promotion, () -> workflows.control().stop(promotion.namespace(), promotion.workflow()));
            held.list(promotion.id()).forEach(one -> tasks.release(one.id()));
        } else {
            tell(promotion, () -> workflows.control().resume(promotion.namespace(), promotion.workflow()));
            held.list(promotion.id()).forEach(one -> tasks.release(one.id()));
        }
    }

    private static void tell(Promotion promotion, Runnable call) {
        try {
            call.run();
        } catch (ArgoException.NotFound | ArgoException.Refused over) {
            log.info("promotion {} has no workflow to hold or to let on: {}", promotion.id(), over.getMessage());
        }
    }

    private void holdRollouts(Promotion promotion) {
        EveryTarget.tell(inFlight(promotion), target -> {
            try {
                holdRollouts(promotion, target);
            } catch (ArgoException.NotFound gone) {
                log.info("{} has no rollout to hold: {}", target.application(), gone.getMessage());
            }
        });
    }

    private List<Target> inFlight(Promotion promotion) {
        List<String> running = ledger.course(promotion.id()).targets()
                .filter(target -> target.phase() == TargetPhase.RUNNING).map(target -> target.application()).toList();
        return PlanText.read(promotion.plan()).targets().stream()
                .filter(target -> running.contains(target.application().toString())).toList();
    }

    private void holdRollouts(Promotion promotion, Target target) {
        String application = target.application().toString();
        for (Rollouts.Live live : rollouts.look(target.argoCd(), target.application())) {
            boolean letOnByHand = held.list(promotion.id()).stream()
                    .anyMatch(one -> one.is(application, live.name()) && one.told());
            if (moves(live) && !letOnByHand) {
                held.note(promotion.id(), application, live.name());
                rollouts.pause(target.argoCd(), target.application(), live);
                held.told(promotion.id(), application, live.name());
            }
        }
    }

    private static boolean moves(Rollouts.Live live) {
        var view = live.view();
        boolean waitsAnyway = view.ownPause() != null && view.ownPause().until() == null;
        return !view.isFullyPromoted() && !view.aborted() && !view.manuallyPaused() && !waitsAnyway;
    }
}
