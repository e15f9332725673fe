package dev.tiphys.promotion;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Every promotion there ever was, as far as the person who asks may see it.
@Component
public class PromotionHistory {

    private final PromotionQueries queries;
    private final PromotionViews views;
    private final PromotionSights sights;

    PromotionHistory(PromotionQueries queries, PromotionViews views, PromotionSights sights) {
        this.queries = queries;
        this.views = views;
        this.sights = sights;
    }

    /// Newest first.
    public PageOf<PromotionView> list(PromotionFilter filter, Person person, PageAsk ask) {
        PageOf<PromotionRow> rows = queries.list(filter, sights.services(person), ask);
        return new PageOf<>(views.of(rows.items()), rows.page(), rows.size(), rows.total());
    }

    /// The services that have a history for this person, sorted.
    public List<String> services(Person person) {
        return sights.services(person);
    }
}
