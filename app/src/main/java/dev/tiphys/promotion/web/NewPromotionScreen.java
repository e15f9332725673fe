package dev.tiphys.promotion.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import dev.tiphys.fleet.Fleet;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionRights;
import dev.tiphys.promotion.plan.PlanRequest;

/// The form of a new promotion, at first and again with what is wrong about it.
@Component
class NewPromotionScreen {

    private final Fleet fleet;
    private final ServicePast past;
    private final SeenPromotions seen;
    private final PromotionRights rights;
    private final Clock clock;

    NewPromotionScreen(Fleet fleet, ServicePast past, SeenPromotions seen, PromotionRights rights, Clock clock) {
        this.fleet = fleet;
        this.past = past;
        this.seen = seen;
        this.rights = rights;
        this.clock = clock;
    }

    NewPage page(PlanRequest request, Map<String, String> errors, Person person) {
        FleetSnapshot snapshot = fleet.snapshot();
        List<String> visible = seen.services(person);
        NewPages pages = new NewPages(snapshot, past.announced(request.service()),
                past.promotions(request.service(), person), new PersonRights(rights, person), clock.instant());
        if (!visible.contains(request.service())) {
            return new NewPage(pages.services(visible).services(), null, request.service().isEmpty()
                    ? errors
                    : Map.of("service", "There is no service " + request.service() + ". Choose one of these."));
        }
        return pages.page(request.service(), request.version(), Set.copyOf(request.environments()), errors);
    }
}
