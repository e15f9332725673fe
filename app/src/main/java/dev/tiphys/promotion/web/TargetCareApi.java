package dev.tiphys.promotion.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.promotion.TargetCare;

/// Says who looks after a target that asks, as JSON.
@RestController
@RequestMapping("/api/v1/promotions/{id}/targets/{application}")
@Tag(name = "Promotions")
class TargetCareApi {

    private final TargetCare care;
    private final Promotions promotions;

    TargetCareApi(TargetCare care, Promotions promotions) {
        this.care = care;
        this.promotions = promotions;
    }

    @PostMapping("/take")
    PromotionView take(@PathVariable String id, @PathVariable String application, Person person) {
        PromotionId promotion = Ids.promotion(id);
        care.take(promotion, application, person);
        return promotions.get(promotion);
    }

    @PostMapping("/release")
    PromotionView release(@PathVariable String id, @PathVariable String application, Person person) {
        PromotionId promotion = Ids.promotion(id);
        care.release(promotion, application, person);
        return promotions.get(promotion);
    }
}
