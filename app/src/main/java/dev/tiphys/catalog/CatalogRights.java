package dev.tiphys.catalog;

import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.catalog.InstanceQueries.Sight;
import dev.tiphys.catalog.Item.Lifecycle;
import dev.tiphys.identity.Access;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;
import dev.tiphys.identity.Verdict;
import dev.tiphys.web.Refusal;

/// Who may see and do what in the catalog: whoever may look sees what is published, its people see a provider's drafts
/// and all its instances, and a team's people see what is theirs.
@Component
public class CatalogRights {

    private final Access access;
    private final Catalog catalog;

    CatalogRights(Access access, Catalog catalog) {
        this.access = access;
        this.catalog = catalog;
    }

    public void requireLook(Person person) {
        access.requireAnywhere(person, PortalAction.CATALOG_SEE);
    }

    /// Refuses whoever may order nowhere at all, before anything is looked up.
    public void requireOrderSomewhere(Person person) {
        access.requireAnywhere(person, PortalAction.CATALOG_ORDER);
    }

    public boolean worksFor(Person person, String provider) {
        return catalog.findProvider(provider).stream()
                .anyMatch(one -> one.groups().stream().anyMatch(person.groups()::contains));
    }

    public boolean oversees(Person person) {
        return access.may(person, PortalAction.CATALOG_OVERSEE, Scope.portal()).allowed();
    }

    /// What was refused a place in the catalog is for administrators and for people of any provider.
    public boolean seesRefused(Person person) {
        return oversees(person) || catalog.providers().stream().anyMatch(one -> worksFor(person, one.name()));
    }

    public boolean sees(Person person, Item item) {
        return item.lifecycle() != Lifecycle.DRAFT || worksFor(person, item.provider());
    }

    public boolean sees(Person person, Instance instance) {
        return person.teams().contains(instance.team()) || person.subject().equals(instance.requester())
                || worksFor(person, instance.provider()) || oversees(person);
    }

    /// For a team that the person is in, or by a provider's own people for anybody.
    public Verdict mayOrder(Person person, String provider, String team) {
        return access.may(person, PortalAction.CATALOG_ORDER, scope(provider, team));
    }

    public void requireOrder(Person person, String provider, String team) {
        if (!person.teams().contains(team) && !worksFor(person, provider)) {
            throw new Refusal.NotAllowed(person.username() + " is not in team " + team
                    + ". Order for a team that you are in.");
        }
        access.require(person, PortalAction.CATALOG_ORDER, scope(provider, team));
    }

    static Scope scope(String provider, @Nullable String team) {
        return new Scope(null, team, null, provider, null);
    }

    Sight sight(Person person) {
        Set<String> own = catalog.providers().stream().map(Provider::name).filter(name -> worksFor(person, name))
                .collect(Collectors.toSet());
        return new Sight(oversees(person), person.subject(), person.teams(), own);
    }
}
