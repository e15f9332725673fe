package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Makes instances of what exists already, without creating anything. Each resource stands alone: one that cannot be
/// adopted keeps no other from it.
@Component
public class Adoptions {

    private static final int MOST_OUTPUTS = 50;

    private final Shop shop;
    private final CatalogRights rights;
    private final InstanceStore store;
    private final LifeStore lives;
    private final CatalogNews news;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Adoptions(Shop shop, CatalogRights rights, InstanceStore store, LifeStore lives, CatalogNews news,
            PlatformTransactionManager transactions, Clock clock) {
        this.shop = shop;
        this.rights = rights;
        this.store = store;
        this.lives = lives;
        this.news = news;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// The item, for its provider's people alone.
    public Item getItem(String provider, String item, Person person) {
        rights.requireProvider(person, provider);
        Item found = shop.get(provider, item, person);
        if (!found.isComplete()) {
            throw new Refusal.Conflict("The item " + found.title() + " has no actions, so it has no instances.");
        }
        return found;
    }

    /// What would become of them.
    public List<AdoptionResult> preview(String provider, String item, List<Found> resources, Person person) {
        Item of = getItem(provider, item, person);
        Set<String> names = new HashSet<>();
        List<AdoptionResult> results = new ArrayList<>();
        for (Found found : resources) {
            results.add(new AdoptionResult(results.size() + 1, found, problem(of, found, names), null));
        }
        return results;
    }

    /// Adopts those that can be, each in a transaction of its own.
    public List<AdoptionResult> adopt(String provider, String item, List<Found> resources, Person person) {
        Item of = getItem(provider, item, person);
        if (resources.size() > FoundTable.MOST) {
            throw new Refusal.Invalid("resources", "At most " + FoundTable.MOST + " are possible at once.");
        }
        return preview(provider, item, resources, person).stream()
                .map(result -> result.isGood() ? adopted(of, result, person) : result).toList();
    }

    private AdoptionResult adopted(Item item, AdoptionResult wanted, Person person) {
        try {
            UUID id = transactions.execute(status -> open(item, wanted.found(), person));
            return new AdoptionResult(wanted.row(), wanted.found(), "", id);
        } catch (DuplicateKeyException first) {
            return new AdoptionResult(wanted.row(), wanted.found(), "There is one of this name already.", null);
        }
    }

    private UUID open(Item item, Found found, Person person) {
        Instant now = clock.instant();
        Instance instance = new Instance(UUID.randomUUID(), item.provider(), item.name(), item.version(), found.name(),
                found.owner(), person.subject(), person.name(), found.inputs(), found.outputs(), InstanceStatus.ACTIVE,
                "", now, now, Life.NEW, "", RunPhase.SUCCEEDED, "");
        store.open(instance);
        store.give(instance.id(), found.outputs(), found.name());
        lives.adopted(instance.id());
        lives.protect(instance.id(), item.sheet().isProtected());
        news.record(ActionTaken.by(person, "catalog.adopted", "instance", instance.id().toString())
                .change(null, item.provider() + "/" + item.name() + " " + found.name()), item.provider(),
                found.owner().isEmpty() ? null : found.owner());
        news.changed(instance.id());
        return instance.id();
    }

    private String problem(Item item, Found found, Set<String> names) {
        String name = FormCheck.name(found.name());
        if (!name.isEmpty()) {
            return name;
        }
        if (!names.add(found.name().toLowerCase(Locale.ROOT))) {
            return "Another row has the same name.";
        }
        if (store.isTaken(item.provider(), item.name(), found.name(), UUID.randomUUID())) {
            return "There is one of this name already.";
        }
        if (!found.owner().isEmpty() && !rights.teams().contains(found.owner())) {
            return "There is no team " + found.owner() + ".";
        }
        return values(item, found);
    }

    // An adopted resource may lack inputs that an order needs; those that it has must be possible ones.
    private static String values(Item item, Found found) {
        Map<String, String> problems = new HashMap<>(
                FormCheck.problems(item.findAction(Item.CREATE).orElseThrow(), found.inputs()));
        problems.keySet().retainAll(found.inputs().keySet());
        if (!problems.isEmpty()) {
            return problems.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).sorted()
                    .reduce("", (one, other) -> (one + " " + other).strip());
        }
        if (found.outputs().size() > MOST_OUTPUTS) {
            return "At most " + MOST_OUTPUTS + " outputs are possible.";
        }
        return found.outputs().values().stream().map(value -> FormCheck.text(value, FormCheck.LONGEST))
                .filter(problem -> !problem.isEmpty()).findFirst().orElse("");
    }
}
