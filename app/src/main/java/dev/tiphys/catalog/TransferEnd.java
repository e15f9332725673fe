package dev.tiphys.catalog;

import java.time.Clock;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Ends offers: those who are offered something answer, and only a yes makes them the owner.
@Component
class TransferEnd {

    private final TransferStore transfers;
    private final InstanceStore store;
    private final LifeStore lives;
    private final CatalogRights rights;
    private final CatalogNews news;
    private final ObjectProvider<Receiving> rules;
    private final Clock clock;

    TransferEnd(TransferStore transfers, InstanceStore store, LifeStore lives, CatalogRights rights,
            CatalogNews news, ObjectProvider<Receiving> rules, Clock clock) {
        this.transfers = transfers;
        this.store = store;
        this.lives = lives;
        this.rights = rights;
        this.news = news;
        this.rules = rules;
        this.clock = clock;
    }

    void withdraw(Transfer open, Person person) {
        transfers.end(open.id(), Transfer.State.WITHDRAWN, person, clock.instant());
    }

    Transfer answer(UUID id, boolean yes, Person person) {
        rights.requireOrderSomewhere(person);
        Transfer offer = transfers.find(id).filter(one -> person.teams().contains(one.toTeam()))
                .orElseThrow(() -> new Refusal.NotFound("None of your teams is offered this."));
        ActionTaken entry = ActionTaken
                .by(person, yes ? "catalog.transfer-accepted" : "catalog.transfer-declined", "instance",
                        offer.instance().toString())
                .change(offer.fromTeam(), offer.toTeam());
        try {
            rights.requireOrder(person, offer.provider(), offer.toTeam());
            Instance instance = store.lock(offer.instance()).orElseThrow();
            if (yes) {
                take(offer, instance);
            }
            if (!transfers.end(id, yes ? Transfer.State.ACCEPTED : Transfer.State.DECLINED, person,
                    clock.instant())) {
                throw new Refusal.Conflict("The offer is not open any more.");
            }
            news.record(entry, offer.provider(), offer.toTeam());
            news.changed(instance.id());
        } catch (Refusal.NotAllowed | Refusal.Conflict refusal) {
            news.recordRefusal(entry, offer.provider(), refusal);
            throw refusal;
        }
        return transfers.find(id).orElseThrow();
    }

    private void take(Transfer offer, Instance instance) {
        if (!instance.team().equals(offer.fromTeam()) || instance.status() == InstanceStatus.DELETED) {
            throw new Refusal.Conflict("The instance is not theirs to give any more.");
        }
        rules.orderedStream().map(rule -> rule.whyNot(instance, offer.toTeam())).filter(why -> !why.isEmpty())
                .findFirst().ifPresent(why -> {
                    throw new Refusal.Conflict(why);
                });
        lives.own(instance.id(), offer.toTeam());
    }
}
