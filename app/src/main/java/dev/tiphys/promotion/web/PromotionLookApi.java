package dev.tiphys.promotion.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionHistory;
import dev.tiphys.promotion.PromotionSights;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.promotion.ToldPeople;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Promotions to look at, as JSON and as text, for who may view their service.
@RestController
@RequestMapping("/api/v1/promotions")
@Tag(name = "Promotions")
class PromotionLookApi {

    private final Promotions promotions;
    private final PromotionHistory history;
    private final PromotionSights sights;
    private final OutsideLinks links;
    private final Telling telling;

    PromotionLookApi(Promotions promotions, PromotionHistory history, PromotionSights sights, OutsideLinks links,
            Telling telling) {
        this.telling = telling;
        this.promotions = promotions;
        this.history = history;
        this.sights = sights;
        this.links = links;
    }

    /// Newest first.
    @GetMapping
    PageOf<PromotionView> list(@ParameterObject HistoryAsk wish, Person person, PageAsk ask) {
        return history.list(wish.filter(), person, ask);
    }

    /// @param told where people were told that it waits for them; empty while nobody is needed or was told
    record Shown(@JsonUnwrapped PromotionView promotion, List<ToldPeople.Told> told) {}

    @GetMapping("/{id}")
    Shown show(@PathVariable String id, Person person) {
        PromotionView promotion = seen(id, person);
        return new Shown(promotion, telling.of(promotion));
    }

    @GetMapping(path = "/{id}/hera", produces = "text/x-python;charset=UTF-8")
    String hera(@PathVariable String id, Person person) {
        return promotions.getHera(seen(id, person).id());
    }

    @GetMapping(path = "/{id}/manifest", produces = "application/yaml;charset=UTF-8")
    String manifest(@PathVariable String id, Person person) {
        return promotions.getManifest(seen(id, person).id());
    }

    /// Markdown for the channel where people talk about it.
    @GetMapping(path = "/{id}/summary", produces = "text/markdown;charset=UTF-8")
    String summary(@PathVariable String id, Person person) {
        PromotionView promotion = seen(id, person);
        return new Summary(promotion, links.portal(Links.promotion(promotion.id())), links.workflow(promotion)).text();
    }

    private PromotionView seen(String id, Person person) {
        return sights.requireSeen(person, promotions.get(Ids.promotion(id)));
    }
}
