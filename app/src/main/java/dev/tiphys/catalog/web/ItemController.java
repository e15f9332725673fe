package dev.tiphys.catalog.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceAsk;
import dev.tiphys.catalog.InstanceFilter;
import dev.tiphys.catalog.InstanceTable;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.Lines;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.PageView;

/// The control plane of one item.
@Controller
class ItemController {

    private final Shop shop;
    private final Instances instances;
    private final InstanceTable table;
    private final CatalogRights rights;
    private final Lines lines;
    private final PageView view;
    private final Clock clock;

    ItemController(Shop shop, Instances instances, InstanceTable table, CatalogRights rights, Lines lines,
            PageView view, Clock clock) {
        this.shop = shop;
        this.instances = instances;
        this.table = table;
        this.rights = rights;
        this.lines = lines;
        this.view = view;
        this.clock = clock;
    }

    /// What the address says of the table.
    record Wish(@Nullable String q, @Nullable String status, @Nullable String of, @Nullable String sort) {

        TableAddress at(Item item, PageAsk ask) {
            InstanceFilter plain = new InstanceFilter("", "", or(q), or(status));
            return new TableAddress(Links.item(item), plain.q(), plain.status(), or(of).equals("mine") ? "mine" : "",
                    TablePages.sort(item, or(sort)), ask.pageSize() == null ? 0 : ask.size());
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    @GetMapping(Links.ITEM)
    String show(Person person, @PathVariable String provider, @PathVariable("item") String name, Wish wish,
            PageAsk ask, Model model, HttpServletRequest request) {
        Item item = shop.get(provider, name, person);
        TableAddress address = wish.at(item, ask);
        boolean mine = address.of().equals("mine");
        InstanceFilter filter = new InstanceFilter(item.provider(), item.name(), address.q(), address.status());
        PageOf<Instance> found = table.list(new InstanceAsk(filter, mine, address.sort(), ask), person);
        ItemPages items = new ItemPages(shop, instances, rights, person, clock.instant());
        model.addAttribute("page", new TablePages(items, new OfferPages(shop, rights, person).deploy(item), item,
                address, rights.seesAll(person, item.provider()))
                .page(found, table.tally(item.provider(), item.name(), mine, person), usual(item)));
        model.addAttribute("line", LinePage.of(item, lines, person));
        model.addAttribute("provides", rights.worksFor(person, provider) && item.isComplete());
        return view.of(request, "catalog/item", "instances");
    }

    private Optional<Duration> usual(Item item) {
        return item.findAction(Item.CREATE).flatMap(create -> table
                .usualTime(shop.getProvider(item.provider()).namespace(), create.template()));
    }
}
