package dev.tiphys.catalog;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Orders something: instance, first run, record and task are one transaction.
@Component
public class Orders {

    private final Shop shop;
    private final CatalogRights rights;
    private final InstanceStore store;
    private final Expiry expiry;
    private final Launch launch;
    private final CatalogNews news;
    private final OrderRules rules;
    private final Clock clock;

    Orders(Shop shop, CatalogRights rights, InstanceStore store, Expiry expiry, Launch launch, CatalogNews news,
            OrderRules rules, Clock clock) {
        this.shop = shop;
        this.rights = rights;
        this.store = store;
        this.expiry = expiry;
        this.launch = launch;
        this.news = news;
        this.rules = rules;
        this.clock = clock;
    }

    /// Refuses with 403 without the right, 404 when it is not offered, 422 with a message for each of [FormFields].
    @Transactional
    public InstanceId order(String provider, String name, OrderWish wish, Person person) {
        rights.requireOrderSomewhere(person);
        return order(shop.get(provider, name, person), wish, person);
    }

    /// The same for a version that the person may see.
    @Transactional
    public InstanceId order(Item item, OrderWish wish, Person person) {
        rights.requireOrderSomewhere(person);
        String provider = item.provider();
        String name = item.name();
        ItemAction create = verify(item, wish, person);
        Map<String, String> values = FormCheck.complete(create, wish.values());
        Instance instance = new Instance(UUID.randomUUID(), provider, name, item.version(), wish.name(), wish.team(),
                person.subject(), person.name(), values, Map.of(), InstanceStatus.begun(Item.CREATE), "",
                clock.instant(), clock.instant(), Life.NEW, Item.CREATE, RunPhase.PLANNED, "");
        Terms terms = rules.ofOrder(item, wish, values, person);
        store.open(instance);
        expiry.begin(instance.id(), item.sheet(), wish.keepFor());
        rules.seat(item, instance);
        launch.begin(instance, create, values, person, terms);
        news.record(ActionTaken.by(person, "catalog.ordered", "instance", instance.id().toString())
                .change(null, provider + "/" + name + " " + wish.name()), provider, wish.team());
        return new InstanceId(instance.id());
    }

    /// Refuses what could not be ordered now, as [#order] does; nothing begins.
    ItemAction verify(Item item, OrderWish wish, Person person) {
        if (!person.teams().contains(wish.team())) {
            throw new Refusal.Invalid(FormFields.TEAM, "Choose one of your teams: whoever is in it owns the instance.");
        }
        try {
            rights.requireOrder(person, item.provider(), wish.team());
        } catch (Refusal.NotAllowed refusal) {
            news.recordRefusal(ActionTaken.by(person, "catalog.ordered", "item", item.provider() + "/" + item.name()),
                    item.provider(), refusal);
            throw refusal;
        }
        ItemAction create = item.findAction(Item.CREATE).orElseThrow(() -> new Refusal.Conflict(
                item.title() + " is not automated. Order it at " + item.sheet().link() + "."));
        check(item, create, wish);
        return create;
    }

    private void check(Item item, ItemAction create, OrderWish wish) {
        if (item.lifecycle() == Item.Lifecycle.DEPRECATED) {
            throw new Refusal.Conflict(
                    "Nobody can order " + item.title() + " any more: its provider has deprecated it.");
        }
        Map<String, String> problems = new LinkedHashMap<>();
        String problem = FormCheck.name(wish.name());
        if (!problem.isEmpty()) {
            problems.put(FormFields.NAME, problem);
        } else if (store.isTaken(item.provider(), item.name(), wish.name(), UUID.randomUUID())) {
            problems.put(FormFields.NAME, "There is one of this name already. Choose another.");
        }
        String span = expiry.problem(item, wish.keepFor());
        if (!span.isEmpty()) {
            problems.put(FormFields.KEEP_FOR, span);
        }
        rules.problems(item, wish).forEach(problems::putIfAbsent);
        FormCheck.problems(create, wish.values())
                .forEach((field, why) -> problems.put(FormFields.PARAMETER + field, why));
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
    }
}
