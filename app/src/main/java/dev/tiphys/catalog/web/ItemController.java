package dev.tiphys.catalog.web;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.InstanceFilter;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageView;

/// The control plane of one item.
@Controller
class ItemController {

    private final Shop shop;
    private final Instances instances;
    private final CatalogRights rights;
    private final PageView view;
    private final Clock clock;

    ItemController(Shop shop, Instances instances, CatalogRights rights, PageView view, Clock clock) {
        this.shop = shop;
        this.instances = instances;
        this.rights = rights;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping(Links.ITEM)
    String show(Person person, @PathVariable String provider, @PathVariable("item") String name,
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String status, PageAsk ask,
            Model model, HttpServletRequest request) {
        Item item = shop.get(provider, name, person);
        InstanceFilter filter = new InstanceFilter(item.provider(), item.name(), q, status);
        model.addAttribute("page", new ItemPages(shop, instances, rights, person, clock.instant())
                .page(item, filter, instances.list(filter, ask, person)));
        model.addAttribute("provides", rights.worksFor(person, provider) && item.isComplete());
        return view.of(request, "catalog/item", "instances");
    }
}
