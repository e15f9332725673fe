package dev.tiphys.promotion.web;

import java.time.Clock;
import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.KeptEvidence;
import dev.tiphys.promotion.PromotionSights;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// The targets of a promotion as JSON, and what is kept of each.
@RestController
@RequestMapping("/api/v1/promotions/{id}/targets")
@Tag(name = "Promotions")
class TargetsApi {

    private final Promotions promotions;
    private final PromotionSights sights;
    private final LogScreen screen;
    private final Clock clock;

    TargetsApi(Promotions promotions, PromotionSights sights, LogScreen screen, Clock clock) {
        this.promotions = promotions;
        this.sights = sights;
        this.screen = screen;
        this.clock = clock;
    }

    @GetMapping
    PageOf<TargetView> list(@PathVariable String id, @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String wave,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String sort, PageAsk ask, Person person) {
        ClusterList list = new ClusterList(sights.requireSeen(person, promotions.get(Ids.promotion(id))),
                ClusterAsk.of(q, wave, state, sort, ""),
                clock.instant());
        return PageOf.from(list.targets(), ask);
    }

    /// The logs and analyses that stay with its result.
    @GetMapping("/{application}/evidence")
    List<KeptEvidence> evidence(@PathVariable String id, @PathVariable String application, Person person) {
        return screen.kept(Ids.promotion(id), application, person);
    }
}
