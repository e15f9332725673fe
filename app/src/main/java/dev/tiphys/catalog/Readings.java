package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Has providers' actions `read` and `discover` run: at each instance as often as its provider wants, and whenever
/// somebody asks. A few at a time for each provider, so that reading keeps nobody from ordering.
@Component
public class Readings {

    static final String READ = "read";
    static final String DISCOVER = "discover";
    private static final int AT_ONCE = 10;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration DISCOVERIES_KEPT = Duration.ofDays(30);

    private final Catalog catalog;
    private final InstanceStore store;
    private final InstanceDeed deed;
    private final ReadingStore readings;
    private final LifeTasks tasks;
    private final Clock clock;

    Readings(Catalog catalog, InstanceStore store, InstanceDeed deed, ReadingStore readings, LifeTasks tasks,
            Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.deed = deed;
        this.readings = readings;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// Whose turn it is.
    List<UUID> due(Instant now) {
        return catalog.snapshot().items().stream()
                .filter(item -> item.findAction(READ).isPresent() && !item.sheet().readEvery().isZero())
                .flatMap(item -> {
                    int free = AT_ONCE - readings.underWay(item.provider());
                    return free <= 0
                            ? List.<UUID>of().stream()
                            : readings.due(item, now.minus(item.sheet().readEvery()), free).stream();
                }).toList();
    }

    /// Begins to read an instance whose turn it is.
    @Transactional
    public void begin(UUID instance) {
        Actor portal = Actor.portal("catalog");
        store.lock(instance).filter(found -> whyNot(found).isEmpty()).ifPresent(found -> begin(found, portal));
    }

    /// Begins to read an instance because somebody wants to know.
    @Transactional
    public void read(InstanceId id, Person person) {
        deed.make(id, "catalog.read", person, (Instance instance, ActionTaken entry) -> {
            String whyNot = whyNot(instance);
            if (!whyNot.isEmpty()) {
                throw new Refusal.Conflict(whyNot);
            }
            if (!begin(instance, Actor.of(person))) {
                throw new Refusal.Conflict("It is being read already.");
            }
            return entry;
        });
    }

    /// Why an instance cannot be read now; empty when it can.
    public String whyNot(Instance instance) {
        if (action(instance).isEmpty()) {
            return "Its provider has no action that reads it.";
        }
        return switch (instance.status()) {
            case ACTIVE, EXPIRED, GONE -> "";
            case WAITING_FOR_APPROVAL, PROVISIONING, UPDATING, FAILED, DELETING, DELETED ->
                "It can be read when nothing else is done to it.";
        };
    }

    private Optional<ItemAction> action(Instance instance) {
        return catalog.snapshot().find(instance.provider(), instance.item(), instance.itemVersion())
                .flatMap(item -> item.findAction(READ));
    }

    private boolean begin(Instance instance, Actor by) {
        ItemAction action = action(instance).orElseThrow();
        Map<String, String> parameters = new LinkedHashMap<>(
                FormCheck.complete(action, instance.present(action.fields())));
        action.supplied().forEach(name -> parameters.put(name, Launch.supplied(name, instance)));
        readings.tried(instance.id(), clock.instant());
        return open(instance.provider(), instance.item(), instance.id(), action, parameters, by);
    }

    /// Has a provider's resources listed; false where that is under way already.
    boolean discover(Item item, Person person) {
        ItemAction action = item.findAction(DISCOVER).orElseThrow(() -> new Refusal.Conflict(
                "The item " + item.title() + " has no action that lists what is there."));
        return open(item.provider(), item.name(), null, action, FormCheck.complete(action, Map.of()),
                Actor.of(person));
    }

    private boolean open(String provider, String item, @Nullable UUID instance, ItemAction action,
            Map<String, String> parameters, Actor by) {
        Provider of = catalog.getProvider(provider);
        UUID id = UUID.randomUUID();
        Reading reading = new Reading(id, provider, item, instance, 0, of.namespace(),
                RunManifest.name(item, action.name(), id), RunPhase.PLANNED, "", "", by.name(), clock.instant());
        boolean opened = readings.open(reading,
                ReadingManifest.write(reading, action, parameters, of.serviceAccount()), by.subject());
        if (opened) {
            tasks.read(id);
        }
        return opened;
    }

    /// Forgets what is long over.
    void forget(Instant now) {
        readings.forget(now.minus(KEPT), now.minus(DISCOVERIES_KEPT));
    }
}
