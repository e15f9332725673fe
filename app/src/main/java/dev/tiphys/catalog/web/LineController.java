package dev.tiphys.catalog.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.Lines;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;

/// A provider's hand on the line of an item.
@Controller
class LineController {

    private final Shop shop;
    private final Lines lines;
    private final CatalogRights rights;

    LineController(Shop shop, Lines lines, CatalogRights rights) {
        this.shop = shop;
        this.lines = lines;
        this.rights = rights;
    }

    @PostMapping(Links.ITEM + "/pause")
    RedirectView pause(Person person, @PathVariable String provider, @PathVariable("item") String name,
            @RequestParam(defaultValue = "") String message) {
        rights.requireOrderSomewhere(person);
        Item item = shop.get(provider, name, person);
        lines.pause(item, message, person);
        return OrderController.seeOther(Links.item(item));
    }

    @PostMapping(Links.ITEM + "/resumption")
    RedirectView resume(Person person, @PathVariable String provider, @PathVariable("item") String name) {
        rights.requireOrderSomewhere(person);
        Item item = shop.get(provider, name, person);
        lines.resume(item, person);
        return OrderController.seeOther(Links.item(item));
    }
}
