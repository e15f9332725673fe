package dev.tiphys.promotion.web;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.KeptEvidence;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionRights;
import dev.tiphys.promotion.PromotionSights;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.promotion.StepLogs;
import dev.tiphys.web.Refusal;

/// The log page of a target: what its step says now while it is under way, and what is kept after that. What the
/// application itself says is for those who work with it.
@Component
class LogScreen {

    private final Promotions promotions;
    private final PromotionSights sights;
    private final StepLogs logs;
    private final OutsideLinks links;
    private final PromotionRights rights;
    private final Clock clock;

    LogScreen(Promotions promotions, PromotionSights sights, StepLogs logs, OutsideLinks links, PromotionRights rights,
            Clock clock) {
        this.promotions = promotions;
        this.sights = sights;
        this.links = links;
        this.logs = logs;
        this.rights = rights;
        this.clock = clock;
    }

    LogPage page(PromotionId id, String application, Person person) {
        PromotionView promotion = sights.requireSeen(person, promotions.get(id));
        TargetView target = target(promotion, application);
        List<KeptEvidence> kept = kept(promotion, target, person);
        boolean isKept = kept.stream().anyMatch(one -> one.source().equals(target.podName()));
        StepLogs.Log log = isKept
                ? new StepLogs.Log("", "")
                : logs.read(promotion.workflow(), target.podName());
        return new LogPage(Links.target(id, application), promotion.service(), promotion.version(),
                Links.promotion(id), target.cluster(), application, Waves.status(target), target.step(),
                target.podName(), log.text(), log.trouble(), new KeptPieces(kept, clock.instant()).all(),
                "promotion-" + id, links.step(promotion, target), links.argoCd(promotion).get(application));
    }

    /// What is kept of a target, as far as the person may see it.
    List<KeptEvidence> kept(PromotionId id, String application, Person person) {
        PromotionView promotion = sights.requireSeen(person, promotions.get(id));
        return kept(promotion, target(promotion, application), person);
    }

    private List<KeptEvidence> kept(PromotionView promotion, TargetView target, Person person) {
        boolean inside = rights.seesInside(person, promotion, target.environment());
        return promotions.listEvidence(promotion.id(), target.application()).stream()
                .filter(one -> inside || !one.kind().equals("pod")).toList();
    }

    private static TargetView target(PromotionView promotion, String application) {
        return promotion.waves().stream().flatMap(wave -> wave.targets().stream())
                .filter(one -> one.application().equals(application)).findFirst()
                .orElseThrow(() -> new Refusal.NotFound("This promotion has no target " + application + "."));
    }
}
