package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.Refusal;

/// What a provider works at: its own items and all their instances. Nobody sees another provider's desk, but
/// for administrators.
@Component
public class Desk {

    private static final Duration LOOKED_AT = Duration.ofDays(90);

    private final CatalogRights rights;
    private final DeskQueries queries;
    private final InstanceTable table;
    private final InstanceStore store;
    private final Access access;
    private final CatalogNews news;
    private final Clock clock;

    Desk(CatalogRights rights, DeskQueries queries, InstanceTable table, InstanceStore store, Access access,
            CatalogNews news, Clock clock) {
        this.rights = rights;
        this.queries = queries;
        this.table = table;
        this.store = store;
        this.access = access;
        this.news = news;
        this.clock = clock;
    }

    /// Whose desks the person sees; a [Refusal.NotAllowed] where there is none.
    public List<Provider> list(Person person) {
        return rights.requireDesks(person);
    }

    public DeskFigures figures(String provider, Person person) {
        Provider known = rights.requireDesk(person, provider);
        return new DeskFigures(queries.items(provider), queries.weeks(provider, clock.instant()),
                queries.teams(provider), queries.provisioning(known.namespace(), clock.instant().minus(LOOKED_AT)));
    }

    /// Instances whose last action failed, those that failed last first.
    public PageOf<Instance> failures(String provider, PageAsk ask, Person person) {
        rights.requireDesk(person, provider);
        return table.list(new InstanceAsk(new InstanceFilter(provider, "", "", "troubled"), false,
                InstanceAsk.CHANGED, ask), person);
    }

    /// Runs that wait, the oldest first.
    public PageOf<DeskFigures.Waiting> queue(String provider, PageAsk ask, Person person) {
        return queries.queue(rights.requireDesk(person, provider).namespace(), ask);
    }

    /// Instances of teams that are no more, or ordered by somebody who was erased.
    public PageOf<DeskFigures.Ownerless> ownerless(String provider, PageAsk ask, Person person) {
        rights.requireDesk(person, provider);
        return queries.ownerless(provider, access.teams(), ask);
    }

    /// Gives an instance that nobody owns to a team.
    @Transactional
    public void reassign(String provider, InstanceId id, String team, Person person) {
        rights.requireOrderSomewhere(person);
        rights.requireDesk(person, provider);
        Instance instance = store.lock(id.value()).filter(one -> one.provider().equals(provider))
                .orElseThrow(() -> new Refusal.NotFound("There is no such instance on this desk."));
        if (!access.teams().contains(team)) {
            throw new Refusal.Invalid("team", "Choose a team of the access policy.");
        }
        if (!queries.isOwnerless(instance.id(), access.teams())) {
            throw new Refusal.Conflict("It has an owner: " + instance.team() + ". Ask them to transfer it.");
        }
        queries.own(instance.id(), team);
        news.record(ActionTaken.by(person, "catalog.reassigned", "instance", id.toString())
                .change(instance.team(), team), provider, team);
        news.changed(instance.id());
    }

    public List<String> teams() {
        return access.teams();
    }
}
