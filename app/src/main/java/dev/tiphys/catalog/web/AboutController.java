package dev.tiphys.catalog.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.Shop;
import dev.tiphys.catalog.sheet.ItemSheet;
import dev.tiphys.catalog.sheet.Price;
import dev.tiphys.catalog.web.AboutPage.Fact;
import dev.tiphys.identity.Person;

/// What an item is: documentation, price, who supports it, what can be done with it.
@Controller
class AboutController {

    private final Shop shop;
    private final CatalogRights rights;

    AboutController(Shop shop, CatalogRights rights) {
        this.shop = shop;
        this.rights = rights;
    }

    @GetMapping(Links.ABOUT)
    String show(Person person, @PathVariable String provider, @PathVariable("item") String name, Model model) {
        Item item = shop.get(provider, name, person);
        OfferPages offers = new OfferPages(shop, rights, person);
        Price price = item.sheet().price();
        model.addAttribute("page", new AboutPage(item.title(), item.sheet().icon(), item.description(), item.version(),
                CatalogController.lifecycle(item), item.actions().isEmpty() ? null : Links.item(item),
                offers.deploy(item), Markdown.html(item.sheet().documentation()), facts(item, offers),
                price == null ? "" : price.field(), prices(price),
                item.dayTwo().stream().map(action -> new Fact(action.title(), action.description())).toList()));
        return "catalog/about";
    }

    private static List<Fact> facts(Item item, OfferPages offers) {
        ItemSheet sheet = item.sheet();
        List<Fact> facts = new ArrayList<>();
        add(facts, "Price", Prices.from(sheet.price()));
        add(facts, "Elsewhere", Prices.market(sheet.price()));
        add(facts, "Provider", item.provider());
        add(facts, "Owner", sheet.owner());
        add(facts, "Ask", offers.support(item));
        add(facts, "Contact", sheet.support().channel().isEmpty() ? "" : sheet.support().contact());
        add(facts, "Answers", sheet.support().hours());
        add(facts, "SLA", sheet.sla());
        add(facts, "Kind", sheet.kind());
        add(facts, "Cloud", sheet.cloud());
        add(facts, "Quota", sheet.quotaPerTeam() == 0 ? "" : sheet.quotaPerTeam() + " for each team");
        add(facts, "Lives", sheet.ttl() == null ? "" : days(sheet.ttl()));
        return facts;
    }

    private static String days(ItemSheet.Lifetime life) {
        return life.preset().toDays() + " days, at most " + life.longest().toDays();
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }

    private static List<Fact> prices(@Nullable Price price) {
        return price == null
                ? List.of()
                : price.amounts().keySet().stream()
                        .sorted(Comparator.comparing((String value) -> price.of(Map.of(price.field(), value)))
                                .thenComparing(value -> value))
                        .map(value -> new Fact(value, Prices.words(price, Map.of(price.field(), value)))).toList();
    }
}
