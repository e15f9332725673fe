package dev.tiphys.catalog;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;

/// Begins a run of an action in the transaction of whoever decided it.
@Component
class Launch {

    private final Catalog catalog;
    private final InstanceStore store;
    private final Line line;
    private final OrderQuestions questions;
    private final CatalogNews news;
    private final Clock clock;

    Launch(Catalog catalog, InstanceStore store, Line line, OrderQuestions questions, CatalogNews news,
            Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.line = line;
        this.questions = questions;
        this.news = news;
        this.clock = clock;
    }

    void begin(Instance instance, ItemAction action, Map<String, String> values, Person person) {
        begin(instance, action, values, person, Terms.NONE);
    }

    /// Its workflow is created at once, or when its turn has come and somebody has agreed, where that is asked for.
    void begin(Instance instance, ItemAction action, Map<String, String> values, Person person, Terms terms) {
        begin(instance, action, values, person.subject(), person.name(), terms);
    }

    /// @param requester who wants it, of those that are not there while it begins
    void begin(Instance instance, ItemAction action, Map<String, String> values, String requester, String name) {
        begin(instance, action, values, requester, name, Terms.NONE);
    }

    private void begin(Instance instance, ItemAction action, Map<String, String> values, String requester, String name,
            Terms terms) {
        Provider provider = catalog.getProvider(instance.provider());
        Map<String, String> inputs = new LinkedHashMap<>(values);
        action.supplied().forEach(one -> inputs.put(one, supplied(one, instance)));
        UUID id = UUID.randomUUID();
        ActionRun run = new ActionRun(id, instance.id(), action.name(), action.template(), provider.namespace(),
                RunManifest.name(instance.item(), action.name(), id), inputs, RunPhase.PLANNED, "", requester, name,
                clock.instant(), null);
        store.begin(run, RunManifest.write(run, instance, provider.serviceAccount()));
        Optional<Item> item = catalog.snapshot().find(instance.provider(), instance.item(), instance.itemVersion());
        TurnState state = line.enter(run, instance, item, action, terms);
        if (state == TurnState.APPROVAL) {
            questions.ask(item.orElseThrow(), action, instance, run, provider, terms);
        }
        stand(instance, action, state);
        news.changed(instance.id());
    }

    // What only waits for its turn leaves the instance as it is; an order has nothing to leave.
    private void stand(Instance instance, ItemAction action, TurnState state) {
        boolean order = action.name().equals(Item.CREATE);
        if (order || state == TurnState.ADMITTED) {
            store.stand(instance.id(), order && state == TurnState.APPROVAL
                    ? InstanceStatus.WAITING_FOR_APPROVAL
                    : InstanceStatus.begun(action.name()), "", clock.instant());
        }
    }

    static String supplied(String name, Instance instance) {
        return switch (name) {
            case "instance-name" -> instance.name();
            case "instance-owner" -> instance.team();
            default -> instance.id().toString();
        };
    }
}
