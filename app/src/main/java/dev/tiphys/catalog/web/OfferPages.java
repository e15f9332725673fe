package dev.tiphys.catalog.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.Provider;
import dev.tiphys.catalog.Shop;
import dev.tiphys.catalog.sheet.ItemSheet;
import dev.tiphys.catalog.web.CatalogPage.DeployView;
import dev.tiphys.catalog.web.CatalogPage.OfferRow;
import dev.tiphys.catalog.web.CatalogPage.Place;
import dev.tiphys.identity.Person;

/// Shows items as offers to one person. Rights are asked once for each provider.
final class OfferPages {

    private final Shop shop;
    private final CatalogRights rights;
    private final Person person;
    private final Map<String, String> denied = new HashMap<>();

    OfferPages(Shop shop, CatalogRights rights, Person person) {
        this.shop = shop;
        this.rights = rights;
        this.person = person;
    }

    OfferRow row(Item item) {
        ItemSheet sheet = item.sheet();
        String about = Links.item(item) + "/about";
        return new OfferRow(item.title(), sheet.icon(), item.actions().isEmpty() ? about : Links.item(item), about,
                item.description(), sheet.kind(), sheet.cloud(), item.provider(), support(item),
                Prices.from(sheet.price()), Prices.market(sheet.price()), CatalogController.lifecycle(item),
                deploy(item));
    }

    /// Whom to ask: what the item says, else what the platform knows of its provider.
    String support(Item item) {
        ItemSheet.Support support = item.sheet().support();
        return Stream.of(support.channel(), support.contact(),
                shop.providers().stream().filter(one -> one.name().equals(item.provider())).map(Provider::contact)
                        .findFirst().orElse(""))
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    DeployView deploy(Item item) {
        String path = Links.item(item) + "/new";
        String why = why(item);
        boolean possible = why.isEmpty() && !item.sheet().isLinkOnly();
        List<Place> presets = possible
                ? item.sheet().presets().stream().map(preset -> new Place(preset.name(),
                        UriComponentsBuilder.fromPath(path).queryParam("preset", "{name}").encode()
                                .buildAndExpand(preset.name()).toUriString()))
                        .toList()
                : List.of();
        return new DeployView(item.title(), possible ? path : null, presets,
                item.sheet().isLinkOnly() && item.lifecycle() != Item.Lifecycle.DEPRECATED ? item.sheet().link() : null,
                successor(item).orElse(null), item.sheet().isLinkOnly() ? "" : why);
    }

    private String why(Item item) {
        if (item.lifecycle() == Item.Lifecycle.DEPRECATED) {
            return "Its provider has deprecated it. What there is goes on.";
        }
        return denied.computeIfAbsent(item.provider(), provider -> {
            if (person.teams().isEmpty()) {
                return person.username() + " is in no team that could own it.";
            }
            return person.teams().stream().anyMatch(team -> rights.mayOrder(person, provider, team).allowed())
                    ? ""
                    : rights.mayOrder(person, provider, person.teams().iterator().next()).reason();
        });
    }

    private Optional<Place> successor(Item item) {
        String[] successor = item.sheet().successor().split("/", 2);
        @Nullable
        Item next = successor.length < 2
                ? null
                : shop.find(successor[0], successor[1], person).orElse(null);
        return next == null ? Optional.empty() : Optional.of(new Place(next.title(), Links.item(next) + "/about"));
    }
}
