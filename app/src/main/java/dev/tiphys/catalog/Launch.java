package dev.tiphys.catalog;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;

/// Begins a run of an action in the transaction of whoever decided it.
@Component
class Launch {

    private final Catalog catalog;
    private final InstanceStore store;
    private final CatalogTasks tasks;
    private final CatalogNews news;
    private final Clock clock;

    Launch(Catalog catalog, InstanceStore store, CatalogTasks tasks, CatalogNews news, Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.tasks = tasks;
        this.news = news;
        this.clock = clock;
    }

    void begin(Instance instance, ItemAction action, Map<String, String> values, Person person) {
        Provider provider = catalog.getProvider(instance.provider());
        Map<String, String> inputs = new LinkedHashMap<>(values);
        action.supplied().forEach(name -> inputs.put(name, supplied(name, instance)));
        UUID id = UUID.randomUUID();
        ActionRun run = new ActionRun(id, instance.id(), action.name(), action.template(), provider.namespace(),
                RunManifest.name(instance.item(), action.name(), id), inputs, RunPhase.PLANNED, "", person.subject(),
                person.name(), clock.instant(), null);
        store.begin(run, RunManifest.write(run, instance, provider.serviceAccount()));
        store.stand(instance.id(), InstanceStatus.begun(action.name()), "", clock.instant());
        tasks.submit(id);
        news.changed(instance.id());
    }

    static String supplied(String name, Instance instance) {
        return switch (name) {
            case "instance-name" -> instance.name();
            case "instance-owner" -> instance.team();
            default -> instance.id().toString();
        };
    }
}
