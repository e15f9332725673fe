package dev.tiphys.catalog;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.hub.Hub;
import dev.tiphys.argo.hub.Hub.LabelledValues;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Shows what stands in the Secrets that instances name. The portal keeps none of it: it is read when somebody of the
/// owning team asks, after that has been put on record.
@Component
public class SecretOutputs {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    private final Catalog catalog;
    private final Instances instances;
    private final CatalogRights rights;
    private final CatalogNews news;
    private final Hub hub;
    private final TransactionTemplate transactions;

    SecretOutputs(Catalog catalog, Instances instances, CatalogRights rights, CatalogNews news, Hub hub,
            PlatformTransactionManager transactions) {
        this.catalog = catalog;
        this.instances = instances;
        this.rights = rights;
        this.news = news;
        this.hub = hub;
        this.transactions = new TransactionTemplate(transactions);
    }

    /// The outputs of an instance that name a Secret.
    public List<String> of(Instance instance) {
        return catalog.snapshot().find(instance.provider(), instance.item(), instance.itemVersion()).stream()
                .flatMap(item -> item.sheet().secrets().stream())
                .filter(output -> !instance.outputs().getOrDefault(output, "").isBlank()).distinct().sorted().toList();
    }

    /// What stands in the Secret now, for people of the owning team.
    public Map<String, String> reveal(InstanceId id, String output, Person person) {
        rights.requireOrderSomewhere(person);
        Instance instance = instances.get(id, person);
        ActionTaken entry = ActionTaken.by(person, "catalog.revealed", "instance", id.toString()).change(null, output);
        String secret;
        try {
            secret = name(instance, output, person);
        } catch (Refusal.NotAllowed | Refusal.Conflict refusal) {
            news.recordRefusal(entry, instance.provider(), refusal);
            throw refusal;
        }
        transactions.executeWithoutResult(status -> news.record(entry, instance.provider(), instance.team()));
        try {
            return belonging(hub.labelledSecret(catalog.getProvider(instance.provider()).namespace(), secret),
                    instance);
        } catch (Refusal.Conflict refusal) {
            news.recordRefusal(entry, instance.provider(), refusal);
            throw refusal;
        } catch (ArgoException failure) {
            transactions.executeWithoutResult(status -> news.record(entry.failed(String.valueOf(failure.getMessage())),
                    instance.provider(), instance.team()));
            throw new Refusal.Conflict("The Secret cannot be read: " + failure.getMessage() + ". " + failure.hint());
        }
    }

    // An output is data: whoever can choose what it says must not choose whose Secret is shown.
    private static Map<String, String> belonging(LabelledValues secret, Instance instance) {
        if (!instance.id().toString().equals(secret.labels().get(RunManifest.INSTANCE))) {
            throw new Refusal.Conflict("The Secret " + secret.name() + " is not shown: it has no label "
                    + RunManifest.INSTANCE + " with the id of this instance. The provider sets it.");
        }
        return secret.values();
    }

    private String name(Instance instance, String output, Person person) {
        if (!person.teams().contains(instance.team())) {
            throw new Refusal.NotAllowed("Only people of team " + instance.team() + ", who own it, may see this.");
        }
        rights.requireOrder(person, instance.provider(), instance.team());
        if (!of(instance).contains(output)) {
            throw new Refusal.NotFound("The instance has no secret output of this name.");
        }
        String name = instance.outputs().getOrDefault(output, "").strip();
        if (!NAME.matcher(name).matches()) {
            throw new Refusal.Conflict(
                    "The output " + output + " does not hold the name of a Secret. Ask the provider.");
        }
        return name;
    }
}
