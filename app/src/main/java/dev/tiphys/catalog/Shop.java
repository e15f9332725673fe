package dev.tiphys.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// What somebody can find in the catalog.
@Component
public class Shop {

    private final Catalog catalog;
    private final CatalogRights rights;

    Shop(Catalog catalog, CatalogRights rights) {
        this.catalog = catalog;
        this.rights = rights;
    }

    public CatalogSnapshot snapshot() {
        return catalog.snapshot();
    }

    public List<Provider> providers() {
        return catalog.providers();
    }

    public Provider getProvider(String name) {
        return catalog.getProvider(name);
    }

    /// One version of each item, by provider and title.
    ///
    /// @param q a part of name, title, description or provider
    public List<Item> list(String q, Person person) {
        rights.requireLook(person);
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        CatalogSnapshot now = catalog.snapshot();
        return now.items().stream().map(item -> List.of(item.provider(), item.name())).distinct()
                .flatMap(key -> now
                        .findNewest(key.getFirst(), key.getLast(), rights.worksFor(person, key.getFirst())).stream())
                .filter(item -> Stream.of(item.name(), item.title(), item.description(), item.provider())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted)))
                .toList();
    }

    /// The newest version that the person may see, or a [Refusal.NotFound].
    public Item get(String provider, String name, Person person) {
        rights.requireLook(person);
        return catalog.snapshot().findNewest(provider, name, rights.worksFor(person, provider))
                .orElseThrow(() -> new Refusal.NotFound("The catalog has no such item. It lists those there are."));
    }

    /// This version, or the newest where none is named.
    public Item get(String provider, String name, String version, Person person) {
        return version.isEmpty()
                ? get(provider, name, person)
                : catalog.snapshot().find(provider, name, version).filter(item -> rights.sees(person, item))
                        .orElseThrow(() -> new Refusal.NotFound("The catalog has no version " + version + " of "
                                + provider + "/" + name + "."));
    }

    /// The newest version that the person may see, if there is one.
    public Optional<Item> find(String provider, String name, Person person) {
        return catalog.snapshot().findNewest(provider, name, rights.worksFor(person, provider));
    }

    /// By whose templates the instance is run; empty when its provider has taken them away.
    public Optional<Item> findOf(Instance instance) {
        return catalog.snapshot().find(instance.provider(), instance.item(), instance.itemVersion());
    }

    /// What wanted to be in the catalog and is not.
    public List<RefusedTemplate> listRefused(Person person) {
        rights.requireLook(person);
        if (!rights.seesRefused(person)) {
            throw new Refusal.NotAllowed(person.username()
                    + " may not see what was refused a place in the catalog: that is for providers.");
        }
        return catalog.snapshot().refused();
    }
}
