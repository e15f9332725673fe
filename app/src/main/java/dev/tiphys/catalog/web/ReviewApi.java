package dev.tiphys.catalog.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.InputDesk;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.OrderReview;
import dev.tiphys.catalog.OrderWish;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;

/// What an order would do, as JSON: the workflow, the price, what it waits for, and the dry run. Nothing is ordered.
@RestController
@RequestMapping("/api/v1/catalog/items/{provider}/{item}")
@Tag(name = "Catalog")
class ReviewApi {

    private final Shop shop;
    private final OrderReview reviews;
    private final InputDesk inputs;
    private final CatalogRights rights;

    ReviewApi(Shop shop, OrderReview reviews, InputDesk inputs, CatalogRights rights) {
        this.shop = shop;
        this.reviews = reviews;
        this.inputs = inputs;
        this.rights = rights;
    }

    /// Secrets are kept with the provider; the values that come back name them, and can be ordered with.
    @PostMapping("/review")
    OrderReview.Review review(@PathVariable String provider, @PathVariable("item") String name,
            @RequestBody CatalogApi.OrderBody body, Person person) {
        rights.requireOrderSomewhere(person);
        Item item = shop.get(provider, name, person);
        OrderWish wish = body.wish();
        OrderWish ready = item.findAction(Item.CREATE).map(create -> new OrderWish(wish.name(), wish.team(),
                inputs.ready(provider, create, wish.values(), person))).orElse(wish);
        return reviews.of(item, ready, person);
    }
}
