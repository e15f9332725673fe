package dev.tiphys.promotion.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.tiphys.fleet.Fleet;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.AnnouncedVersions;
import dev.tiphys.promotion.PromotionFilter;
import dev.tiphys.promotion.PromotionRights;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.promotion.plan.PlanRequest;
import dev.tiphys.web.PageAsk;

/// The form of a new promotion, at first and again with what is wrong about it.
@Component
class NewPromotionScreen {

    private static final int REMEMBERED = 10;

    private final Fleet fleet;
    private final Promotions promotions;
    private final AnnouncedVersions announced;
    private final PromotionRights rights;
    private final Clock clock;

    NewPromotionScreen(Fleet fleet, Promotions promotions, AnnouncedVersions announced, PromotionRights rights,
            Clock clock) {
        this.fleet = fleet;
        this.promotions = promotions;
        this.announced = announced;
        this.rights = rights;
        this.clock = clock;
    }

    NewPage page(PlanRequest request, Map<String, String> errors, Person person) {
        FleetSnapshot snapshot = fleet.snapshot();
        List<PromotionView> known = promotions
                .list(PromotionFilter.of(request.service(), null, null, null, null), new PageAsk(0, REMEMBERED))
                .items();
        NewPages pages = new NewPages(snapshot, announced.list(request.service()), known,
                new PersonRights(rights, person), clock.instant());
        if (snapshot.applicationsOf(request.service()).isEmpty()) {
            return new NewPage(pages.services().services(), null, request.service().isEmpty()
                    ? errors
                    : Map.of("service", "There is no service " + request.service() + ". Choose one of these."));
        }
        return pages.page(request.service(), request.version(), Set.copyOf(request.environments()), errors);
    }
}
