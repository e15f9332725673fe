package dev.tiphys.promotion.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionPauses;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.Promotions;

/// Pausing and resuming as JSON. Each answers with the promotion as it stands then; the workflow hears of it a
/// moment later.
@RestController
@RequestMapping("/api/v1/promotions/{id}")
@Tag(name = "Promotions")
class PausesApi {

    private final PromotionPauses pauses;
    private final Promotions promotions;

    PausesApi(PromotionPauses pauses, Promotions promotions) {
        this.pauses = pauses;
        this.promotions = promotions;
    }

    record PauseBody(@Nullable String reason) {

        static String text(@Nullable PauseBody body) {
            return body == null || body.reason() == null ? "" : body.reason().strip();
        }
    }

    @PostMapping("/pause")
    PromotionView pause(@PathVariable String id, @RequestBody(required = false) @Nullable PauseBody body,
            Person person) {
        PromotionId promotion = Ids.promotion(id);
        pauses.pause(promotion, PauseBody.text(body), person);
        return promotions.get(promotion);
    }

    @PostMapping("/resume")
    PromotionView resume(@PathVariable String id, @RequestBody(required = false) @Nullable PauseBody body,
            Person person) {
        PromotionId promotion = Ids.promotion(id);
        pauses.resume(promotion, PauseBody.text(body), person);
        return promotions.get(promotion);
    }
}
