package dev.tiphys.catalog.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.OfferFilter;
import dev.tiphys.catalog.OfferFilter.Facet;
import dev.tiphys.catalog.RefusedTemplate;
import dev.tiphys.catalog.Shop;
import dev.tiphys.catalog.web.CatalogPage.Choice;
import dev.tiphys.catalog.web.CatalogPage.Desk;
import dev.tiphys.catalog.web.CatalogPage.FacetView;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Fresh;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.PageView;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// What all providers offer, and what was refused a place beside it.
@Controller
class CatalogController {

    private static final Map<Facet, String> ALL = Map.of(Facet.PROVIDER, "All providers", Facet.KIND, "All kinds",
            Facet.CLOUD, "All clouds", Facet.PRICE, "All prices", Facet.LIFECYCLE, "All stages");

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
    String list(Person person, @ModelAttribute("filter") OfferFilter filter, PageAsk ask, Model model,
            HttpServletRequest request) {
        List<Item> all = shop.list("", person);
        PageOf<Item> found = PageOf.from(all.stream().filter(filter::takes).toList(), ask);
        OfferPages offers = new OfferPages(shop, rights, person);
        boolean seesRefused = rights.seesRefused(person);
        Instant asOf = shop.snapshot().asOf();
        model.addAttribute("page", new CatalogPage(String.valueOf(filter.q()), facets(all, filter),
                !filter.equals(new OfferFilter(null, null, null, null, null, null)),
                found.items().stream().map(offers::row).toList(), found.total(),
                found.hasPrevious() ? address(filter, found.page() - 1) : null,
                found.hasNext() ? address(filter, found.page() + 1) : null, seesRefused ? Links.REFUSED : null,
                seesRefused ? shop.snapshot().refused().size() : 0, desks(person), trouble(filter),
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

    // How many there would be if this facet did not matter.
    private static List<FacetView> facets(List<Item> all, OfferFilter filter) {
        return Stream.of(Facet.values()).map(facet -> {
            Map<String, Long> counts = all.stream().filter(item -> filter.takesBut(facet, item)).map(facet::of)
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            counts.putIfAbsent(filter.chosen(facet), 0L);
            return new FacetView(facet.parameter(), ALL.getOrDefault(facet, ""), counts.entrySet().stream()
                    .filter(entry -> !entry.getKey().isEmpty()).sorted(order(facet))
                    .map(entry -> new Choice(entry.getKey(), entry.getValue(),
                            entry.getKey().equals(filter.chosen(facet))))
                    .toList());
        }).filter(facet -> facet.choices().stream().anyMatch(one -> one.current() || one.count() < all.size()))
                .toList();
    }

    private static Comparator<Map.Entry<String, Long>> order(Facet facet) {
        return facet == Facet.PRICE
                ? Comparator.comparingInt(entry -> OfferFilter.PRICES.indexOf(entry.getKey()))
                : Map.Entry.comparingByKey();
    }

    private static String address(OfferFilter filter, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(Links.HOME);
        Map<String, String> values = Stream.of(Facet.values())
                .collect(Collectors.toMap(Facet::parameter, filter::chosen));
        values.put("q", String.valueOf(filter.q()));
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return (page == 0 ? address : address.queryParam("page", page)).encode().buildAndExpand(values)
                .toUriString();
    }

    private List<Desk> desks(Person person) {
        return shop.providers().stream().filter(one -> rights.worksFor(person, one.name()))
                .map(one -> new Desk(one.name(), Links.desk(one.name()), "/catalog/providers/" + one.name() + "/check",
                        "/catalog/providers/" + one.name() + "/new-item"))
                .toList();
    }

    // One sentence however many providers there are: mostly it is the same for all of them.
    private String trouble(OfferFilter filter) {
        Map<String, String> troubles = new TreeMap<>(shop.snapshot().troubles());
        String chosen = filter.chosen(Facet.PROVIDER);
        troubles.keySet().removeIf(provider -> !chosen.isEmpty() && !chosen.equals(provider));
        return troubles.isEmpty()
                ? ""
                : String.join(", ", troubles.keySet()) + ". " + troubles.values().iterator().next();
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
