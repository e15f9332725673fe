package dev.tiphys.catalog.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.Lines;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;

/// The line of an item as JSON.
@RestController
@RequestMapping("/api/v1/catalog/items/{provider}/{item}")
@Tag(name = "Catalog")
class LineApi {

    private final Shop shop;
    private final Lines lines;
    private final CatalogRights rights;

    LineApi(Shop shop, Lines lines, CatalogRights rights) {
        this.shop = shop;
        this.lines = lines;
        this.rights = rights;
    }

    @GetMapping("/line")
    Lines.View line(@PathVariable String provider, @PathVariable String item, Person person) {
        return lines.of(shop.get(provider, item, person));
    }

    /// @param message for those who wait
    record PauseBody(@Nullable String message) {}

    @PostMapping("/pause")
    Lines.View pause(@PathVariable String provider, @PathVariable String item, @RequestBody PauseBody body,
            Person person) {
        rights.requireOrderSomewhere(person);
        Item known = shop.get(provider, item, person);
        lines.pause(known, body.message() == null ? "" : body.message(), person);
        return lines.of(known);
    }

    @PostMapping("/resumption")
    Lines.View resume(@PathVariable String provider, @PathVariable String item, Person person) {
        rights.requireOrderSomewhere(person);
        Item known = shop.get(provider, item, person);
        lines.resume(known, person);
        return lines.of(known);
    }
}
