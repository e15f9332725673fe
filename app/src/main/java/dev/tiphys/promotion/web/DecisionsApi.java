package dev.tiphys.promotion.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Confirmation;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.Scope;
import dev.tiphys.promotion.PromotionDecisions;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionSights;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.Promotions;

/// Decisions about promotions as JSON: approve a wave, answer for a target, end it. Each answers with the promotion as
/// it stands then; the workflow hears of it a moment later.
@RestController
@RequestMapping("/api/v1/promotions/{id}")
@Tag(name = "Promotions")
class DecisionsApi {

    private final PromotionDecisions decisions;
    private final Promotions promotions;
    private final PromotionSights sights;
    private final Confirmation confirmation;

    DecisionsApi(PromotionDecisions decisions, Promotions promotions, PromotionSights sights,
            Confirmation confirmation) {
        this.decisions = decisions;
        this.promotions = promotions;
        this.sights = sights;
        this.confirmation = confirmation;
    }

    /// @param wave the wave's name
    /// @param decision `approve` or `reject`
    record ApprovalBody(@Nullable String wave, @Nullable String decision, @Nullable String reason) {}

    /// @param decision `retry`, `skip` or `abort`; `continue` where the rollout waits for a person
    record TargetBody(@Nullable String decision, @Nullable String reason) {}

    record AbortBody(@Nullable String reason) {}

    @PostMapping("/approval")
    PromotionView approve(@PathVariable String id, @RequestBody ApprovalBody body, Person person) {
        PromotionId promotion = Ids.promotion(id);
        Person now = confirmation.require(person, Permission.APPROVE, Scope.portal().in(text(body.wave())));
        decisions.approve(promotion, text(body.wave()), text(body.decision()), text(body.reason()), now);
        return promotions.get(promotion);
    }

    @PostMapping("/targets/{application}/decision")
    PromotionView decide(@PathVariable String id, @PathVariable String application, @RequestBody TargetBody body,
            Person person) {
        PromotionId promotion = Ids.promotion(id);
        Person now = confirmation.require(person, Permission.OPERATE, Scope.portal());
        decisions.decide(promotion, application, text(body.decision()), text(body.reason()), now);
        return promotions.get(promotion);
    }

    @PostMapping("/abort")
    PromotionView abort(@PathVariable String id, @RequestBody(required = false) @Nullable AbortBody body,
            Person person) {
        PromotionId promotion = Ids.promotion(id);
        decisions.abort(promotion, body == null ? "" : text(body.reason()), person);
        return promotions.get(promotion);
    }

    /// What stopping it now would stop, and what would stay where.
    @GetMapping("/abort")
    Stopping stopping(@PathVariable String id, Person person) {
        return Stopping.of(sights.requireSeen(person, promotions.get(Ids.promotion(id))));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
