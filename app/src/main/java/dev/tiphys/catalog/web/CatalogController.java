package dev.tiphys.catalog.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.Provider;
import dev.tiphys.catalog.RefusedTemplate;
import dev.tiphys.catalog.Shop;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Fresh;
import dev.tiphys.web.PageView;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// What all providers offer, and what was refused a place beside it.
@Controller
class CatalogController {

    private final Shop shop;
    private final CatalogRights rights;
    private final PageView view;
    private final Clock clock;

    CatalogController(Shop shop, CatalogRights rights, PageView view, Clock clock) {
        this.shop = shop;
        this.rights = rights;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping(Links.HOME)
    String list(Person person, @RequestParam(defaultValue = "") String q, Model model, HttpServletRequest request) {
        List<Item> items = shop.list(q, person);
        List<CatalogPage.Shelf> shelves = shop.providers().stream().map(provider -> shelf(provider, items))
                .filter(shelf -> q.isBlank() || !shelf.items().isEmpty()).toList();
        boolean seesRefused = rights.seesRefused(person);
        Instant asOf = shop.snapshot().asOf();
        model.addAttribute("page", new CatalogPage(q, shelves, seesRefused ? Links.REFUSED : null,
                seesRefused ? shop.snapshot().refused().size() : 0,
                asOf == null ? null : Fresh.of(asOf, clock.instant())));
        return view.of(request, "catalog/list", "catalog");
    }

    @GetMapping(Links.REFUSED)
    String refused(Person person, Model model) {
        model.addAttribute("page", new RefusedPage(shop.listRefused(person), shop.snapshot().elsewhere()));
        return "catalog/refused";
    }

    /// @param everywhere whether the namespaces of nobody could be searched too
    record RefusedPage(List<RefusedTemplate> templates, boolean everywhere) {}

    private CatalogPage.Shelf shelf(Provider provider, List<Item> items) {
        return new CatalogPage.Shelf(provider.name(), provider.contact(),
                shop.snapshot().troubles().getOrDefault(provider.name(), ""),
                items.stream().filter(item -> item.provider().equals(provider.name())).map(CatalogController::card)
                        .toList());
    }

    private static CatalogPage.Card card(Item item) {
        return new CatalogPage.Card(item.name(), item.title(), item.description(), item.version(), Links.item(item),
                lifecycle(item), item.dayTwo().stream().map(ItemAction::title).collect(Collectors.joining(", ")));
    }

    static @Nullable Status lifecycle(Item item) {
        String word = item.lifecycle().name().toLowerCase(Locale.ROOT);
        return switch (item.lifecycle()) {
            case PUBLISHED -> null;
            case DRAFT -> new Status(State.WAIT, word);
            case DEPRECATED -> new Status(State.IDLE, word);
        };
    }
}
