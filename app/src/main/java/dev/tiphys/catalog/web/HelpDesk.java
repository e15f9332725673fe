package dev.tiphys.catalog.web;

import org.springframework.stereotype.Component;

import dev.tiphys.catalog.ActionRun;
import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.HelpRequests;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;

/// Asks for help in the words that pages use.
@Component
class HelpDesk {

    private final HelpRequests requests;
    private final CatalogRights rights;
    private final Shop shop;

    HelpDesk(HelpRequests requests, CatalogRights rights, Shop shop) {
        this.requests = requests;
        this.rights = rights;
        this.shop = shop;
    }

    void ask(Instance instance, ActionRun run, Person person) {
        rights.requireOrder(person, instance.provider(), instance.team());
        requests.ask(instance, run, shop.findOf(instance).map(Item::title).orElse(instance.item()), person);
    }
}
