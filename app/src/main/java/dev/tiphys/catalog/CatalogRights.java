package dev.tiphys.catalog;

import java.util.List;
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
    private final ShareStore shares;

    CatalogRights(Access access, Catalog catalog, ShareStore shares) {
        this.access = access;
        this.catalog = catalog;
        this.shares = shares;
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
                || worksFor(person, instance.provider()) || oversees(person)
                || !shares.teams(instance.id(), person.teams()).isEmpty();
    }

    /// The desk of one provider is for its own people and for administrators.
    Provider requireDesk(Person person, String provider) {
        return requireDesks(person).stream().filter(one -> one.name().equals(provider)).findFirst().orElseThrow(
                () -> new Refusal.NotAllowed(person.username() + " does not work for the provider " + provider + "."));
    }

    List<Provider> requireDesks(Person person) {
        requireLook(person);
        List<Provider> own = catalog.providers().stream().filter(one -> seesAll(person, one.name())).toList();
        if (own.isEmpty()) {
            throw new Refusal.NotAllowed(person.username()
                    + " works for no provider. The desk is for those who offer something.");
        }
        return own;
    }

    /// Whether the person sees all instances of a provider, whoever owns them.
    public boolean seesAll(Person person, String provider) {
        return worksFor(person, provider) || oversees(person);
    }

    /// Whether the person is one of those who run it: in the owning team, or of its provider.
    public boolean owns(Person person, Instance instance) {
        return person.teams().contains(instance.team()) || worksFor(person, instance.provider());
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

    /// Whether the person may do something to the instance.
    public boolean acts(Person person, Instance instance) {
        return (person.teams().contains(instance.team()) || worksFor(person, instance.provider()))
                && mayOrder(person, instance.provider(), instance.team()).allowed();
    }

    /// Refuses whoever does not work for the provider, before anything of it is looked up.
    public void requireProvider(Person person, String provider) {
        requireOrderSomewhere(person);
        if (!worksFor(person, provider)) {
            throw new Refusal.NotAllowed(person.username() + " does not work for the provider " + provider + ".");
        }
        access.require(person, PortalAction.CATALOG_ORDER, Scope.provider(provider));
    }

    /// Every team that can own something, by name.
    public List<String> teams() {
        return access.teams();
    }

    /// Refuses whoever may not act on it: that is for the team that owns it, for those with whom it is shared so, and
    /// for the provider's own people.
    public void requireOperate(Person person, Instance instance) {
        if (person.teams().contains(instance.team()) || worksFor(person, instance.provider())) {
            requireOrder(person, instance.provider(), instance.team());
            return;
        }
        access.require(person, PortalAction.CATALOG_ORDER, scope(instance.provider(),
                shares.operators(instance.id(), person.teams()).stream().findFirst()
                        .orElseThrow(() -> new Refusal.NotAllowed(person.username() + " is not in team "
                                + instance.team() + ", and it is not shared with a team of theirs to act on it."))));
    }

    /// Whether the person may decide about what is asked for this instance, and so has to see it.
    boolean decides(Person person, Scope scope) {
        return access.may(person, PortalAction.APPROVAL_DECIDE, scope).allowed();
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
