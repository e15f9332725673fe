package dev.tiphys.promotion.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tiphys.fleet.Fleet;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionFilter;
import dev.tiphys.promotion.PromotionHistory;
import dev.tiphys.promotion.PromotionSights;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.web.PageAsk;

/// What of the promotions and services one person may view.
@Component
class SeenPromotions {

    private final Promotions promotions;
    private final PromotionHistory history;
    private final PromotionSights sights;
    private final Fleet fleet;

    SeenPromotions(Promotions promotions, PromotionHistory history, PromotionSights sights, Fleet fleet) {
        this.promotions = promotions;
        this.history = history;
        this.sights = sights;
        this.fleet = fleet;
    }

    /// Those that have not ended, newest first.
    List<PromotionView> open(Person person) {
        Map<String, Boolean> seen = new HashMap<>();
        return promotions.open().stream().filter(promotion -> seen.computeIfAbsent(promotion.service(),
                service -> sights.maySee(person, service))).toList();
    }

    /// Those that ended lately, newest first.
    List<PromotionView> ended(Person person, int most) {
        return history.list(PromotionFilter.ALL, person, new PageAsk(0, most * 2)).items().stream()
                .filter(promotion -> promotion.phase().isFinal()).limit(most).toList();
    }

    /// The services of the fleet.
    List<String> services(Person person) {
        return fleet.snapshot().services().stream().filter(service -> sights.maySee(person, service)).toList();
    }
}
