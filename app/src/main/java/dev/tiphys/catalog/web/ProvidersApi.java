package dev.tiphys.catalog.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.CatalogRights;
import dev.tiphys.catalog.ContractFinding;
import dev.tiphys.catalog.NewItemWish;
import dev.tiphys.catalog.NewItems;
import dev.tiphys.catalog.ProviderChecks;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// What a provider's people ask about their templates, as JSON.
@RestController
@RequestMapping("/api/v1/catalog/providers/{provider}")
@Tag(name = "Catalog")
class ProvidersApi {

    private final ProviderChecks checks;
    private final NewItems items;
    private final CatalogRights rights;

    ProvidersApi(ProviderChecks checks, NewItems items, CatalogRights rights) {
        this.checks = checks;
        this.items = items;
        this.rights = rights;
    }

    /// What is wrong with the templates and sheets as they are now, the worst first.
    @GetMapping("/check")
    PageOf<ContractFinding> check(Person person, @PathVariable String provider, PageAsk ask) {
        return PageOf.from(checks.check(provider, person), ask);
    }

    /// The templates of a new item around a script or job; nothing is applied.
    @PostMapping("/new-item")
    NewItems.Written write(Person person, @PathVariable String provider, @RequestBody NewItemWish wish) {
        rights.requireLook(person);
        return items.write(provider, wish, person);
    }
}
