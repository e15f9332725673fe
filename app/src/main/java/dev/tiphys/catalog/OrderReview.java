package dev.tiphys.catalog;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.catalog.sheet.Price;
import dev.tiphys.catalog.text.ObjectYaml;
import dev.tiphys.catalog.text.RunProgram;
import dev.tiphys.identity.Person;

/// What an order would do, before it is placed: the workflow as it would be created, what it costs, what it has to wait
/// for, and what Argo says of it.
@Component
public class OrderReview {

    private final Catalog catalog;
    private final Orders orders;
    private final OrderConditions conditions;
    private final Workflows workflows;
    private final Clock clock;

    OrderReview(Catalog catalog, Orders orders, OrderConditions conditions, Workflows workflows, Clock clock) {
        this.catalog = catalog;
        this.orders = orders;
        this.conditions = conditions;
        this.workflows = workflows;
        this.clock = clock;
    }

    /// @param yaml the exact workflow; the end of its name is drawn when it is ordered
    /// @param hera the program that makes the same
    /// @param amount null where nobody says what it costs
    /// @param remarks what it has to wait for
    /// @param verdict what Argo's dry run minds; empty when nothing
    /// @param trouble why there was no dry run; empty when there was one
    public record Review(Map<String, String> values, String yaml, String hera, @Nullable BigDecimal amount,
            @Nullable Price price, List<String> remarks, List<String> verdict, String trouble) {

        public Review {
            remarks = List.copyOf(remarks);
            verdict = List.copyOf(verdict);
        }
    }

    /// Refuses what the order itself would be refused for.
    public Review of(Item item, OrderWish wish, Person person) {
        orders.verify(item, wish, person);
        ItemAction create = Objects.requireNonNull(item.actions().get(Item.CREATE));
        Map<String, String> values = FormCheck.complete(create, wish.values());
        Provider provider = catalog.getProvider(item.provider());
        String manifest = manifest(item, create, wish, values, person);
        List<String> verdict = List.of();
        String trouble = "";
        try {
            verdict = workflows.lint(provider.namespace(), manifest);
        } catch (ArgoException away) {
            trouble = away.getMessage() + ". " + away.hint();
        }
        JsonNode workflow = JsonView.parse(manifest).node();
        Price price = item.sheet().price();
        return new Review(values, ObjectYaml.of(workflow), RunProgram.of(manifest),
                price == null ? null : price.of(values), price,
                conditions.remarks(item, wish.with(values), person), verdict, trouble);
    }

    private String manifest(Item item, ItemAction create, OrderWish wish, Map<String, String> values, Person person) {
        Provider provider = catalog.getProvider(item.provider());
        String same = item.provider() + "/" + item.name() + "/" + wish.name() + "/" + wish.team() + "/" + values;
        UUID id = UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8));
        Instance instance = new Instance(id, item.provider(), item.name(), item.version(), wish.name(),
                wish.team(), person.subject(), person.name(), values, Map.of(), InstanceStatus.begun(Item.CREATE), "",
                clock.instant(), clock.instant(), Life.NEW, Item.CREATE, RunPhase.PLANNED, "");
        Map<String, String> inputs = new LinkedHashMap<>(values);
        create.supplied().forEach(name -> inputs.put(name, Launch.supplied(name, instance)));
        ActionRun run = new ActionRun(id, instance.id(), create.name(), create.template(), provider.namespace(),
                RunManifest.name(item.name(), create.name(), id), inputs, RunPhase.PLANNED, "", person.subject(),
                person.name(), clock.instant(), null);
        return RunManifest.write(run, instance, provider.serviceAccount());
    }
}
