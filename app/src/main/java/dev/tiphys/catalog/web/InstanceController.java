package dev.tiphys.catalog.web;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.InstanceId;
import dev.tiphys.catalog.Instances;
import dev.tiphys.catalog.OrderStandings;
import dev.tiphys.catalog.Shop;
import dev.tiphys.connection.PublicPlaces;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageView;

/// One instance.
@Controller
class InstanceController {

    private final Shop shop;
    private final Instances instances;
    private final CatalogRights rights;
    private final OrderStandings standings;
    private final PublicPlaces places;
    private final LifePanels panels;
    private final PageView view;
    private final Clock clock;

    InstanceController(Shop shop, Instances instances, CatalogRights rights, OrderStandings standings,
            PublicPlaces places, LifePanels panels, PageView view, Clock clock) {
        this.shop = shop;
        this.instances = instances;
        this.rights = rights;
        this.standings = standings;
        this.places = places;
        this.panels = panels;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping(Links.INSTANCE)
    String show(Person person, @PathVariable String id, Model model, HttpServletRequest request) {
        rights.requireLook(person);
        InstanceId instanceId = InstanceId.parse(id);
        Instance instance = instances.get(instanceId, person);
        ItemPages items = new ItemPages(shop, instances, rights, person, clock.instant());
        model.addAttribute("page", new InstancePages(shop, items, places, clock.instant())
                .page(instance, instances.runs(instanceId, person)));
        model.addAttribute("life", panels.of(instance, person));
        model.addAttribute("waiting", WaitPage.of(instance, standings, rights, person));
        return view.of(request, "catalog/instance", "instance");
    }
}
