package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.catalog.LifeStore.Condemned;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// What comes before the workflow that deletes an instance: protection, a look at what depends on it, and a time in
/// which people can take it back.
@Component
public class Deletion {

    private final Shop shop;
    private final InstanceDeed deed;
    private final Dependents dependents;
    private final InstanceStore store;
    private final LifeStore lives;
    private final Clock clock;

    Deletion(Shop shop, InstanceDeed deed, Dependents dependents, InstanceStore store, LifeStore lives, Clock clock) {
        this.shop = shop;
        this.deed = deed;
        this.dependents = dependents;
        this.store = store;
        this.lives = lives;
        this.clock = clock;
    }

    /// What keeps it from being deleted, as the form says it; empty when nothing does.
    ///
    /// @param despite whether the person knows what depends on it and wants it all the same
    Map<String, String> problems(Instance instance, boolean despite) {
        boolean neverWorked = instance.status() == InstanceStatus.FAILED && instance.last().equals(Item.CREATE);
        if (instance.life().isProtected() && !neverWorked) {
            throw new Refusal.Conflict(instance.name() + " is protected. Lift the protection first.");
        }
        List<Instance> users = despite ? List.of() : dependents.of(instance);
        return users.isEmpty()
                ? Map.of()
                : Map.of(FormFields.DESPITE, Dependents.words(users) + " Choose yes to delete it all the same.");
    }

    /// Puts the deletion of something that works off, where its provider leaves time to take it back; false where it is
    /// to begin now.
    boolean postpone(Instance instance, Map<String, String> values, Person person) {
        Duration grace = grace(instance);
        if (grace.isZero() || instance.status() != InstanceStatus.ACTIVE) {
            return false;
        }
        lives.condemn(instance.id(), new Condemned(clock.instant().plus(grace), person.subject(), person.name(), values,
                instance.status()));
        store.stand(instance.id(), InstanceStatus.DELETING, "", clock.instant());
        return true;
    }

    /// Forgets what was to delete it later, because something is done to it now.
    void settle(Instance instance) {
        lives.spare(instance.id());
    }

    private Duration grace(Instance instance) {
        return shop.findOf(instance).map(item -> item.sheet().grace()).orElse(Duration.ZERO);
    }

    /// Takes a deletion back whose time has not come.
    @Transactional
    public void restore(InstanceId id, Person person) {
        deed.make(id, "catalog.restored", person, (Instance instance, ActionTaken entry) -> {
            if (instance.status() != InstanceStatus.DELETING || !instance.life().isCondemned()) {
                throw new Refusal.Conflict(instance.status() == InstanceStatus.EXPIRED
                        ? "It is past its end. Extend it instead."
                        : "There is no deletion that could be taken back.");
            }
            InstanceStatus before = lives.findCondemned(instance.id()).map(Condemned::before)
                    .orElse(InstanceStatus.ACTIVE);
            lives.spare(instance.id());
            store.stand(instance.id(), before, "", clock.instant());
            return entry.change(InstanceStatus.DELETING.name(), before.name());
        });
    }

    /// Keeps it from being deleted, or no longer.
    @Transactional
    public void protect(InstanceId id, boolean on, Person person) {
        deed.make(id, on ? "catalog.protected" : "catalog.unprotected", person,
                (Instance instance, ActionTaken entry) -> {
                    if (instance.status() == InstanceStatus.DELETED || instance.status() == InstanceStatus.DELETING) {
                        throw new Refusal.Conflict("It is being deleted. Restore it first.");
                    }
                    lives.protect(instance.id(), on);
                    if (instance.status() == InstanceStatus.EXPIRED) {
                        lives.delay(instance.id(), on ? null : clock.instant().plus(grace(instance)),
                                on ? Expiry.STAYS : "");
                    }
                    return entry;
                });
    }
}
