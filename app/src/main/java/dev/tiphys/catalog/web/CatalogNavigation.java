package dev.tiphys.catalog.web;

import org.springframework.stereotype.Component;

import dev.tiphys.catalog.Shop;
import dev.tiphys.catalog.TroubledTeams;
import dev.tiphys.identity.CurrentPerson;
import dev.tiphys.web.NavigationEntry;

/// The catalog in the top bar, where there is a provider at all.
@Component
class CatalogNavigation implements NavigationEntry {

    private final CurrentPerson current;
    private final Shop shop;
    private final TroubledTeams troubled;

    CatalogNavigation(CurrentPerson current, Shop shop, TroubledTeams troubled) {
        this.current = current;
        this.shop = shop;
        this.troubled = troubled;
    }

    @Override
    public String label() {
        return "nav.catalog";
    }

    @Override
    public String path() {
        return Links.HOME;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean visible() {
        return !shop.providers().isEmpty() && current.find().isPresent();
    }

    /// Instances of the person's teams whose last action failed.
    @Override
    public int badge() {
        return shop.providers().isEmpty() ? 0 : current.find().map(person -> troubled.of(person.teams())).orElse(0);
    }
}
