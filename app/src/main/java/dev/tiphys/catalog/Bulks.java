package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// One action on many instances: ticked first, then told with which values once for all. Each instance is then judged
/// by right and state alone, so that one that cannot be acted on hinders no other.
@Component
public class Bulks {

    /// As many as a page shows at most.
    public static final int MOST = 500;
    private static final Duration DRAFTS = Duration.ofDays(1);

    private final Shop shop;
    private final CatalogRights rights;
    private final BulkStore store;
    private final BulkTasks tasks;
    private final CatalogNews news;
    private final Clock clock;

    Bulks(Shop shop, CatalogRights rights, BulkStore store, BulkTasks tasks, CatalogNews news, Clock clock) {
        this.shop = shop;
        this.rights = rights;
        this.store = store;
        this.tasks = tasks;
        this.news = news;
        this.clock = clock;
    }

    /// Keeps what was ticked; nothing begins yet.
    ///
    /// @param ticked instances that the person sees; others count as not there
    @Transactional
    public UUID draft(String provider, String name, String action, List<Instance> ticked, Person person) {
        rights.requireOrderSomewhere(person);
        getAction(provider, name, action, person);
        List<UUID> ids = ticked.stream().filter(one -> one.provider().equals(provider) && one.item().equals(name))
                .map(Instance::id).distinct().toList();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new Refusal.Invalid("instance", ids.isEmpty()
                    ? "Tick at least one instance first."
                    : "Tick at most " + MOST + " instances at once.");
        }
        store.forgetDrafts(person.subject(), clock.instant().minus(DRAFTS));
        Bulk bulk = new Bulk(UUID.randomUUID(), provider, name, action, person.subject(), person.name(),
                Bulk.Phase.DRAFT, clock.instant(), null, List.of());
        store.draft(bulk, ids);
        return bulk.id();
    }

    /// Only who ticked it sees it.
    public Bulk get(UUID id, Person person) {
        rights.requireOrderSomewhere(person);
        return store.find(id).filter(bulk -> bulk.requester().equals(person.subject())).orElseThrow(
                () -> new Refusal.NotFound("There is no such selection. Tick the instances again."));
    }

    /// What is to be done, or a [Refusal] where the item has no such action.
    public ItemAction getAction(String provider, String name, String action, Person person) {
        Item item = shop.get(provider, name, person);
        return item.findAction(action).filter(one -> !one.name().equals(Item.CREATE))
                .filter(one -> one.name().equals(Item.DELETE) || item.dayTwo().contains(one)).orElseThrow(
                        () -> new Refusal.NotFound("The item " + item.title() + " has no such action."));
    }

    /// Begins. Refuses with 409 what has begun already, and with 422 what the form says wrong.
    ///
    /// @param confirm how many there are, where they are to be deleted
    @Transactional
    public void start(UUID id, Map<String, String> values, String confirm, Person person) {
        Bulk bulk = get(id, person);
        ItemAction action = getAction(bulk.provider(), bulk.item(), bulk.action(), person);
        Map<String, String> problems = new LinkedHashMap<>();
        int count = bulk.rows().size();
        if (action.name().equals(Item.DELETE) && !confirm.strip().equals(Integer.toString(count))) {
            problems.put(FormFields.CONFIRM, "Type " + count + ", as many as you are about to delete.");
        }
        FormCheck.problems(action, values)
                .forEach((field, why) -> problems.put(FormFields.PARAMETER + field, why));
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        if (!store.start(id, OnBehalf.write(person), FormCheck.complete(action, values))) {
            throw new Refusal.Conflict("This has begun already.");
        }
        tasks.work(id);
        news.record(ActionTaken.by(person, "catalog.bulk-started", "bulk", id.toString())
                .change(null, action.name() + " on " + count + " of " + bulk.provider() + "/" + bulk.item()),
                bulk.provider());
    }
}
