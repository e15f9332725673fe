package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Brings about what a file of orders says, from Git or CI: what is not there is ordered, what has other inputs is
/// updated, and what is as the file says is left alone. The same file twice changes nothing.
@Component
public class FiledOrders {

    private static final String UPDATE = "update";

    private final Orders orders;
    private final InstanceActions actions;
    private final Shop shop;
    private final InstanceQueries queries;
    private final CatalogRights rights;

    FiledOrders(Orders orders, InstanceActions actions, Shop shop, InstanceQueries queries, CatalogRights rights) {
        this.orders = orders;
        this.actions = actions;
        this.shop = shop;
        this.queries = queries;
        this.rights = rights;
    }

    /// What became of one order of the file.
    ///
    /// @param result `ordered`, `updated` or `unchanged`
    public record Applied(String result, Instance instance) {}

    /// All orders or none: a refusal of one leaves everything as it was.
    @Transactional
    public List<Applied> apply(String text, Person person) {
        rights.requireOrderSomewhere(person);
        List<OrderFile> files = OrderFile.read(text);
        List<Applied> applied = new ArrayList<>();
        for (int number = 0; number < files.size(); number++) {
            try {
                applied.add(apply(files.get(number), person));
            } catch (Refusal.Invalid invalid) {
                Map<String, String> problems = new LinkedHashMap<>();
                String place = "order " + (number + 1) + ": ";
                invalid.fields().forEach((field, why) -> problems
                        .put(place + field.replace(FormFields.PARAMETER, "inputs."), why));
                throw new Refusal.Invalid(problems);
            }
        }
        return List.copyOf(applied);
    }

    private Applied apply(OrderFile file, Person person) {
        Item item = shop.get(file.provider(), file.item(), file.version(), person);
        Instance there = queries.findLiving(file.provider(), file.item(), file.name()).orElse(null);
        if (there == null || !there.team().equals(file.team())) {
            InstanceId id = orders.order(item, new OrderWish(file.name(), file.team(), file.inputs(),
                    Priority.of(file.priority())), person);
            return new Applied("ordered", queries.find(id.value()).orElseThrow());
        }
        rights.requireOrder(person, there.provider(), there.team());
        return settle(file, there, person);
    }

    private Applied settle(OrderFile file, Instance there, Person person) {
        if (!file.version().isEmpty() && !file.version().equals(there.itemVersion())) {
            throw new Refusal.Conflict(there.name() + " is of version " + there.itemVersion() + ". Upgrade it first, or"
                    + " let the file say so.");
        }
        if (there.status() == InstanceStatus.FAILED) {
            throw new Refusal.Conflict(there.name() + " has failed: " + there.reason() + " Retry it, or clean it up.");
        }
        Map<String, String> declared = declared(queries.runs(there.id()));
        Map<String, String> wanted = written(there, file.inputs());
        Map<String, String> changed = new LinkedHashMap<>();
        file.inputs().keySet().stream().sorted().filter(
                name -> !wanted.getOrDefault(name, "").equals(declared.getOrDefault(name, "")))
                .forEach(name -> changed.put(name, wanted.getOrDefault(name, "")));
        if (changed.isEmpty()) {
            return new Applied("unchanged", there);
        }
        update(there, declared, changed, person);
        return new Applied("updated", queries.find(there.id()).orElseThrow());
    }

    // As an order would write them, such as a number without what does not count.
    private Map<String, String> written(Instance there, Map<String, String> inputs) {
        Map<String, String> written = new LinkedHashMap<>();
        inputs.forEach((name, value) -> written.put(name, value.strip()));
        shop.findOf(there).flatMap(item -> item.findAction(Item.CREATE))
                .map(create -> FormCheck.complete(create, inputs))
                .ifPresent(complete -> written.replaceAll((name, value) -> complete.getOrDefault(name, value)));
        return written;
    }

    private void update(Instance there, Map<String, String> declared, Map<String, String> changed, Person person) {
        ItemAction update = shop.findOf(there).flatMap(item -> item.findAction(UPDATE)).orElseThrow(
                () -> new Refusal.Conflict(there.name() + " exists with other inputs (" + String.join(", ",
                        changed.keySet()) + "), and its provider offers no update."));
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> problems = new LinkedHashMap<>();
        update.fields().stream().map(ItemAction.Field::name).filter(declared::containsKey)
                .forEach(name -> values.put(name, declared.getOrDefault(name, "")));
        changed.forEach((name, value) -> {
            if (update.fields().stream().noneMatch(field -> field.name().equals(name))) {
                problems.put(FormFields.PARAMETER + name, "It cannot be changed once it is ordered.");
            }
            values.put(name, value);
        });
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        actions.run(new InstanceId(there.id()), UPDATE, values, "", person);
    }

    // What people asked for, whatever the provider says of it: the order, and the updates that did not fail.
    private static Map<String, String> declared(List<ActionRun> latestFirst) {
        Map<String, String> declared = new LinkedHashMap<>();
        latestFirst.reversed().stream()
                .filter(run -> run.action().equals(Item.CREATE)
                        || (run.action().equals(UPDATE) && run.phase() != RunPhase.FAILED))
                .forEach(run -> declared.putAll(run.inputs()));
        return declared;
    }
}
