package dev.tiphys.catalog;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// What can be done with an order or an action that has not begun: take it back, and put it before or behind others.
@Component
public class WaitingOrders {

    private final Instances instances;
    private final CatalogRights rights;
    private final LineStore lines;
    private final OrderRules rules;
    private final WaitingEnds ends;

    WaitingOrders(Instances instances, CatalogRights rights, LineStore lines, OrderRules rules, WaitingEnds ends) {
        this.instances = instances;
        this.rights = rights;
        this.lines = lines;
        this.rules = rules;
        this.ends = ends;
    }

    /// Refuses with 409 when it has begun meanwhile.
    @Transactional
    public void withdraw(InstanceId id, Person person) {
        rights.requireOrderSomewhere(person);
        Instance instance = instances.get(id, person);
        rights.requireOrder(person, instance.provider(), instance.team());
        ends.withdraw(waiting(instance), instance, ActionTaken.by(person, "catalog.withdrawn", "instance",
                id.toString()), person.name());
    }

    @Transactional
    public void prioritize(InstanceId id, Priority priority, Person person) {
        rights.requireOrderSomewhere(person);
        Instance instance = instances.get(id, person);
        rights.requireOrder(person, instance.provider(), instance.team());
        rules.requireRank(instance.provider(), priority, person);
        Turn turn = waiting(instance);
        if (turn.state() != TurnState.QUEUED) {
            throw new Refusal.Conflict("It stands in no line: somebody has to agree first.");
        }
        ends.reorder(turn, instance, priority, ActionTaken.by(person, "catalog.prioritized", "instance",
                id.toString()).change(turn.priority().word(), priority.word()));
    }

    private Turn waiting(Instance instance) {
        Optional<Turn> turn = lines.findOpen(instance.id()).filter(one -> one.state() != TurnState.ADMITTED);
        return turn.orElseThrow(() -> new Refusal.Conflict("Nothing of it waits any more. Look at the page again."));
    }
}
