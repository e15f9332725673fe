package dev.tiphys.catalog;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;

/// What the portal needs in the namespace of a provider, and whether it has trouble there.
@Component
public class NamespaceNeeds {

    private final Catalog catalog;
    private final CatalogRights rights;

    NamespaceNeeds(Catalog catalog, CatalogRights rights) {
        this.catalog = catalog;
        this.rights = rights;
    }

    /// @param trouble what Argo Workflows says; empty while the templates can be read
    /// @param manifest the Role and the RoleBinding, as YAML
    public record Needs(String provider, String namespace, String contact, String trouble, String manifest) {}

    public Needs of(String provider, Person person) {
        rights.requireLook(person);
        Provider known = catalog.getProvider(provider);
        return new Needs(known.name(), known.namespace(), known.contact(),
                catalog.snapshot().troubles().getOrDefault(known.name(), ""), NamespaceRights.manifest(known));
    }
}
