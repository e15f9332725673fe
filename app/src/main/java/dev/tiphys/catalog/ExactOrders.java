package dev.tiphys.catalog;

import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// The exact workflow of the latest order or action, for those who see the instance and for those who decide about it.
@Component
public class ExactOrders {

    private final InstanceQueries queries;
    private final InstanceStore store;
    private final CatalogRights rights;
    private final Catalog catalog;
    private final LineStore lines;

    ExactOrders(InstanceQueries queries, InstanceStore store, CatalogRights rights, Catalog catalog, LineStore lines) {
        this.queries = queries;
        this.store = store;
        this.rights = rights;
        this.catalog = catalog;
        this.lines = lines;
    }

    /// @param manifest the Workflow as JSON
    /// @param template hash of the template that it runs with; empty where none was kept
    /// @param approved whether somebody agreed to exactly this
    public record Exact(Instance instance, ActionRun run, String manifest, String template, boolean approved) {}

    /// A [Refusal.NotFound] for everybody else.
    public Exact get(InstanceId id, Person person) {
        rights.requireLook(person);
        Instance instance = queries.find(id.value()).filter(one -> rights.sees(person, one) || decides(person, one))
                .orElseThrow(() -> new Refusal.NotFound("There is no such instance, or none of your teams owns it."));
        ActionRun run = queries.runs(instance.id()).getFirst();
        Optional<Turn> turn = lines.find(run.id());
        return new Exact(instance, run, store.manifest(run.id()), turn.map(Turn::content).orElse(""),
                turn.map(Turn::approved).orElse(false));
    }

    private boolean decides(Person person, Instance instance) {
        Optional<Item> item = catalog.snapshot().find(instance.provider(), instance.item(), instance.itemVersion());
        return lines.findOpen(instance.id()).isPresent()
                && rights.decides(person, ApprovalText.scope(item, instance));
    }
}
