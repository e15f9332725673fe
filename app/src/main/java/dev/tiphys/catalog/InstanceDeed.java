package dev.tiphys.catalog;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// What people do to an instance beside the actions of its provider: for those who may act on it, one after the other,
/// and on record also when it is refused.
@Component
class InstanceDeed {

    private final Instances instances;
    private final CatalogRights rights;
    private final InstanceStore store;
    private final CatalogNews news;

    InstanceDeed(Instances instances, CatalogRights rights, InstanceStore store, CatalogNews news) {
        this.instances = instances;
        this.rights = rights;
        this.store = store;
        this.news = news;
    }

    /// Changes the instance, which is locked, and gives what is put on record.
    @FunctionalInterface
    interface Change {
        ActionTaken make(Instance instance, ActionTaken entry);
    }

    /// @param code of the record
    @Transactional
    public void make(InstanceId id, String code, Person person, Change change) {
        rights.requireOrderSomewhere(person);
        Instance seen = instances.get(id, person);
        ActionTaken entry = ActionTaken.by(person, code, "instance", id.toString());
        try {
            rights.requireOrder(person, seen.provider(), seen.team());
            Instance locked = store.lock(seen.id()).orElseThrow();
            news.record(change.make(locked, entry), locked.provider(), locked.team());
            news.changed(locked.id());
        } catch (Refusal.NotAllowed | Refusal.Conflict refusal) {
            news.recordRefusal(entry, seen.provider(), refusal);
            throw refusal;
        }
    }
}
