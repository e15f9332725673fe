package dev.tiphys.promotion.web;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.AnnouncedVersion;
import dev.tiphys.promotion.AnnouncedVersions;
import dev.tiphys.promotion.PromotionFilter;
import dev.tiphys.promotion.PromotionHistory;
import dev.tiphys.promotion.PromotionSights;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.web.PageAsk;

/// What is on record of a service: its last promotions and what builds have announced.
@Component
class ServicePast {

    private static final int REMEMBERED = 50;

    private final PromotionHistory history;
    private final PromotionSights sights;
    private final AnnouncedVersions announced;

    ServicePast(PromotionHistory history, PromotionSights sights, AnnouncedVersions announced) {
        this.history = history;
        this.sights = sights;
        this.announced = announced;
    }

    void requireSeen(String service, Person person) {
        sights.requireService(person, service);
    }

    List<PromotionView> promotions(String service, Person person) {
        return history.list(PromotionFilter.of(service, null, null, null, null), person, new PageAsk(0, REMEMBERED))
                .items();
    }

    List<AnnouncedVersion> announced(String service) {
        return announced.list(service);
    }
}
