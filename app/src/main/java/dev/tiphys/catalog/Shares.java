package dev.tiphys.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Shares instances with further teams. Who runs an instance decides with whom: its owners and its provider.
@Component
public class Shares {

    private final Instances instances;
    private final CatalogRights rights;
    private final ShareStore store;
    private final Access access;
    private final CatalogNews news;
    private final Clock clock;

    Shares(Instances instances, CatalogRights rights, ShareStore store, Access access, CatalogNews news,
            Clock clock) {
        this.instances = instances;
        this.rights = rights;
        this.store = store;
        this.access = access;
        this.news = news;
        this.clock = clock;
    }

    public List<Share> list(InstanceId id, Person person) {
        return store.list(instances.get(id, person).id());
    }

    /// With whom it could be shared: every team but the one that owns it.
    public Set<String> candidates(Instance instance) {
        Set<String> teams = new TreeSet<>(access.teams());
        teams.remove(instance.team());
        return teams;
    }

    /// Refuses with 403 who does not run it, 422 where the team or the right does not exist.
    ///
    /// @param may `read` or `operate`
    @Transactional
    public void share(InstanceId id, String team, String may, Person person) {
        Instance instance = mine(id, person);
        if (!candidates(instance).contains(team)) {
            throw new Refusal.Invalid("team", "Choose another team of the access policy than the one that owns it.");
        }
        Share share = new Share(team, may(may), person.name(), clock.instant());
        store.put(instance.id(), share, person);
        news.record(ActionTaken.by(person, "catalog.shared", "instance", id.toString())
                .change(null, team + " may " + share.may().name().toLowerCase(Locale.ROOT)), instance.provider(),
                instance.team());
        news.changed(instance.id());
    }

    /// Takes it back; where it was not shared with that team, nothing happens.
    @Transactional
    public void end(InstanceId id, String team, Person person) {
        Instance instance = mine(id, person);
        if (store.remove(instance.id(), team)) {
            news.record(ActionTaken.by(person, "catalog.unshared", "instance", id.toString()).change(team, null),
                    instance.provider(), instance.team());
            news.changed(instance.id());
        }
    }

    private Instance mine(InstanceId id, Person person) {
        rights.requireOrderSomewhere(person);
        Instance instance = instances.get(id, person);
        try {
            rights.requireOrder(person, instance.provider(), instance.team());
            return instance;
        } catch (Refusal.NotAllowed refusal) {
            news.recordRefusal(ActionTaken.by(person, "catalog.shared", "instance", id.toString()),
                    instance.provider(), refusal);
            throw refusal;
        }
    }

    private static Share.May may(String word) {
        return Stream.of(Share.May.values()).filter(one -> one.name().equalsIgnoreCase(word)).findFirst().orElseThrow(
                () -> new Refusal.Invalid("may", "Choose read or operate."));
    }
}
