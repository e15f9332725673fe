package dev.tiphys.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Runs an action on an instance: its row is locked, so that of two people one is first and the other hears so.
@Component
public class InstanceActions {

    private final Instances instances;
    private final CatalogRights rights;
    private final InstanceStore store;
    private final Launch launch;
    private final CatalogNews news;
    private final OrderRules rules;

    InstanceActions(Instances instances, CatalogRights rights, InstanceStore store, Launch launch, CatalogNews news,
            OrderRules rules) {
        this.instances = instances;
        this.rights = rights;
        this.store = store;
        this.launch = launch;
        this.news = news;
        this.rules = rules;
    }

    /// Refuses with 403 without the right, 404 when there is no such instance or action, 409 when it cannot be now, 422
    /// with a message for each field.
    ///
    /// @param confirm the instance's name, where it is to be deleted
    @Transactional
    public void run(InstanceId id, String action, Map<String, String> values, String confirm, Person person) {
        rights.requireOrderSomewhere(person);
        Instance instance = instances.get(id, person);
        ItemAction known = instances.getAction(instance, action);
        try {
            rights.requireOperate(person, instance);
            begin(lock(instance.id()), known, values, confirm, person);
        } catch (Refusal.NotAllowed | Refusal.Conflict refusal) {
            news.recordRefusal(ActionTaken.by(person, "catalog.acted", "instance", id.toString()).change(null, action),
                    instance.provider(), refusal);
            throw refusal;
        }
    }

    /// Runs the last action again with the same inputs; it must have failed.
    @Transactional
    public void retry(InstanceId id, Person person) {
        rights.requireOrderSomewhere(person);
        Instance instance = instances.get(id, person);
        ActionRun last = instances.runs(id, person).getFirst();
        Map<String, String> values = new LinkedHashMap<>(last.inputs());
        ItemAction.BY_THE_PORTAL.forEach(values::remove);
        if (last.phase() != RunPhase.FAILED) {
            throw new Refusal.Conflict("Only an action that failed can be retried. Look at the page again.");
        }
        run(id, last.action(), values, instance.name(), person);
    }

    private Instance lock(UUID id) {
        return store.lock(id).orElseThrow(() -> new Refusal.NotFound("There is no such instance."));
    }

    private void begin(Instance instance, ItemAction action, Map<String, String> values, String confirm,
            Person person) {
        String name = action.name();
        String whyNot = instance.whyNot(name);
        if (!whyNot.isEmpty()) {
            throw new Refusal.Conflict(whyNot);
        }
        Map<String, String> problems = new LinkedHashMap<>();
        if (name.equals(Item.DELETE) && !confirm.strip().equals(instance.name())) {
            problems.put(FormFields.CONFIRM, "Type the name " + instance.name() + " to delete it.");
        }
        FormCheck.problems(action, values)
                .forEach((field, why) -> problems.put(FormFields.PARAMETER + field, why));
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        Map<String, String> complete = FormCheck.complete(action, values);
        launch.begin(instance, action, complete, person, instances.findItem(instance)
                .map(item -> rules.ofAction(item, action, instance, complete)).orElse(Terms.NONE));
        news.record(ActionTaken.by(person, "catalog.acted", "instance", instance.id().toString())
                .change(instance.status().name(), name), instance.provider(), instance.team());
    }
}
