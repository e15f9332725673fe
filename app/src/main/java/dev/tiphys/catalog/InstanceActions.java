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
    private final Deletion deletion;
    private final CatalogNews news;
    private final OrderRules rules;

    InstanceActions(Instances instances, CatalogRights rights, InstanceStore store, Launch launch,
            Deletion deletion, CatalogNews news, OrderRules rules) {
        this.instances = instances;
        this.rights = rights;
        this.store = store;
        this.launch = launch;
        this.deletion = deletion;
        this.news = news;
        this.rules = rules;
    }

    /// Refuses with 403 without the right, 404 when there is no such instance or action, 409 when it cannot be now, 422
    /// with a message for each field.
    ///
    /// @param confirm the instance's name, where it is to be deleted
    @Transactional
    public void run(InstanceId id, String action, Map<String, String> values, String confirm, Person person) {
        run(id, action, values, new Consent(confirm, false), person);
    }

    /// @param consent to what is deleted
    @Transactional
    public void run(InstanceId id, String action, Map<String, String> values, Consent consent, Person person) {
        rights.requireOrderSomewhere(person);
        run(id, action, instances.get(id, person).itemVersion(), values, consent, person);
    }

    /// @param version whose template is run; where it is another one, the instance takes it over if that ends well
    void run(InstanceId id, String action, String version, Map<String, String> values, Consent consent,
            Person person) {
        Instance instance = instances.get(id, person);
        ItemAction known = instances.getAction(instance, action, version);
        try {
            rights.requireOperate(person, instance);
            begin(lock(instance.id()).at(version), known, values, consent, person);
            if (!version.equals(instance.itemVersion())) {
                store.aim(instance.id(), version);
            }
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
        ActionRun last = instances.runs(id, person).stream().findFirst()
                .orElseThrow(() -> new Refusal.Conflict("Nothing was done to it yet."));
        Map<String, String> values = new LinkedHashMap<>(last.inputs());
        ItemAction.BY_THE_PORTAL.forEach(values::remove);
        if (last.phase() != RunPhase.FAILED) {
            throw new Refusal.Conflict("Only an action that failed can be retried. Look at the page again.");
        }
        run(id, last.action(), store.aimOf(last.id()).orElse(instance.itemVersion()), values,
                new Consent(instance.name(), true), person);
    }

    private Instance lock(UUID id) {
        return store.lock(id).orElseThrow(() -> new Refusal.NotFound("There is no such instance."));
    }

    private void begin(Instance instance, ItemAction action, Map<String, String> values, Consent consent,
            Person person) {
        String name = action.name();
        String whyNot = instance.whyNot(name);
        if (!whyNot.isEmpty()) {
            throw new Refusal.Conflict(whyNot);
        }
        Map<String, String> problems = new LinkedHashMap<>();
        if (name.equals(Item.DELETE)) {
            if (!consent.name().strip().equals(instance.name())) {
                problems.put(FormFields.CONFIRM, "Type the name " + instance.name() + " to delete it.");
            }
            problems.putAll(deletion.problems(instance, consent.despite()));
        }
        FormCheck.problems(action, values)
                .forEach((field, why) -> problems.put(FormFields.PARAMETER + field, why));
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        Map<String, String> complete = FormCheck.complete(action, values);
        Terms terms = instances.findItem(instance).map(item -> rules.ofAction(item, action, instance, complete))
                .orElse(Terms.NONE);
        // Somebody who has to agree is time enough to think again.
        if (!terms.approval().isEmpty() || !name.equals(Item.DELETE)
                || !deletion.postpone(instance, complete, person)) {
            deletion.settle(instance);
            launch.begin(instance, action, complete, person, terms);
        }
        news.record(ActionTaken.by(person, "catalog.acted", "instance", instance.id().toString())
                .change(instance.status().name(), name), instance.provider(), instance.team());
    }
}
