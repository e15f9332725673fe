package dev.tiphys.promotion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.rollouts.RolloutView;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.rollout.Rollouts;

/// Lets a rollout on that the portal held. Argo CD's `resume` also ends the pause of the rollout's own step, so a step
/// that is to last some time is waited for, and one that waits for a person stays that person's.
@Component
class RolloutRelease {

    private static final Logger log = LoggerFactory.getLogger(RolloutRelease.class);

    private final HeldRollouts held;
    private final PromotionLedger ledger;
    private final DecisionBook book;
    private final Rollouts rollouts;
    private final PromotionNews news;
    private final Clock clock;

    RolloutRelease(HeldRollouts held, PromotionLedger ledger, DecisionBook book, Rollouts rollouts, PromotionNews news,
            Clock clock) {
        this.held = held;
        this.ledger = ledger;
        this.book = book;
        this.rollouts = rollouts;
        this.news = news;
        this.clock = clock;
    }

    /// Safe to repeat; throws [ArgoException].
    ///
    /// @return when to try again, since its own pause lasts until then
    Optional<Instant> release(UUID id) {
        HeldRollouts.Held one = held.find(id).orElse(null);
        // Paused anew: the next resume lets it on.
        if (one == null || Hold.of(book.list(one.promotion())).pause().isPresent()) {
            return Optional.empty();
        }
        Target target = PlanText.read(ledger.get(one.promotion()).plan()).targets().stream()
                .filter(each -> each.application().toString().equals(one.application())).findFirst().orElseThrow();
        Optional<Instant> later = release(target, one);
        if (later.isEmpty()) {
            held.released(id);
            news.changed(one.promotion());
        }
        return later;
    }

    private Optional<Instant> release(Target target, HeldRollouts.Held one) {
        try {
            for (Rollouts.Live live : rollouts.look(target.argoCd(), target.application())) {
                if (live.name().equals(one.rollout()) && live.view().manuallyPaused()) {
                    return release(target, one, live);
                }
            }
        } catch (ArgoException.NotFound gone) {
            log.info("{} has no rollout to let on: {}", target.application(), gone.getMessage());
        }
        return Optional.empty();
    }

    private Optional<Instant> release(Target target, HeldRollouts.Held one, Rollouts.Live live) {
        RolloutView.Pause own = live.view().aborted() ? null : live.view().ownPause();
        if (own != null && own.until() == null) {
            return Optional.empty();
        }
        // By this clock alone: that of the cluster may be another one.
        Instant end = one.since().plus(lasts(own));
        if (end.isAfter(clock.instant())) {
            return Optional.of(end);
        }
        rollouts.resume(target.argoCd(), target.application(), live);
        return Optional.empty();
    }

    private static Duration lasts(RolloutView.@Nullable Pause own) {
        Instant since = own == null ? null : own.since();
        Instant until = own == null ? null : own.until();
        return since == null || until == null ? Duration.ZERO : Duration.between(since, until);
    }
}
