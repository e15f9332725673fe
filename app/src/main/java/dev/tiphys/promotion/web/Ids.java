package dev.tiphys.promotion.web;

import dev.tiphys.promotion.PromotionId;
import dev.tiphys.web.Refusal;

/// Reads the ids of paths; one that cannot be an id is an object that does not exist.
final class Ids {

    private Ids() {
    }

    static PromotionId promotion(String text) {
        try {
            return PromotionId.parse(text);
        } catch (IllegalArgumentException noId) {
            throw new Refusal.NotFound("There is no promotion " + text + ".");
        }
    }
}
