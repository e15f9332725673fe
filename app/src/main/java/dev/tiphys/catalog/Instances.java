package dev.tiphys.catalog;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.Refusal;

/// Instances to look at: those of one's teams, and for a provider's people all of its items.
@Component
public class Instances {

    private final InstanceQueries queries;
    private final InstanceTable table;
    private final CatalogRights rights;
    private final Shop shop;

    Instances(InstanceQueries queries, InstanceTable table, CatalogRights rights, Shop shop) {
        this.queries = queries;
        this.table = table;
        this.rights = rights;
        this.shop = shop;
    }

    /// The newest first.
    public PageOf<Instance> list(InstanceFilter filter, PageAsk ask, Person person) {
        return table.list(new InstanceAsk(filter, false, InstanceAsk.NEWEST, ask), person);
    }

    /// The instance, or a [Refusal.NotFound] also where it is not the person's to see.
    public Instance get(InstanceId id, Person person) {
        rights.requireLook(person);
        return queries.find(id.value()).filter(instance -> rights.sees(person, instance))
                .orElseThrow(() -> new Refusal.NotFound("There is no such instance, or none of your teams owns it."));
    }

    /// Every run of every action, the latest first.
    public List<ActionRun> runs(InstanceId id, Person person) {
        return queries.runs(get(id, person).id());
    }

    Optional<Item> findItem(Instance instance) {
        return shop.findOf(instance);
    }

    /// What can be done with it by that name, or a [Refusal] that says why it cannot be found.
    public ItemAction getAction(Instance instance, String action) {
        return getAction(instance, action, instance.itemVersion());
    }

    /// The same of another version of its item.
    ItemAction getAction(Instance instance, String action, String version) {
        Item item = shop.snapshot().find(instance.provider(), instance.item(), version)
                .orElseThrow(() -> new Refusal.Conflict("The provider " + instance.provider()
                        + " has taken the templates of " + instance.item() + " away. Ask it to put them back."));
        return item.findAction(action).filter(found -> !Item.BACKSTAGE.contains(action))
                .orElseThrow(() -> new Refusal.NotFound("The item " + item.title() + " has no such action."));
    }

    /// Why this action cannot begin now for this person; empty when it can.
    public String whyNot(Instance instance, String action, Person person) {
        String state = instance.whyNot(action);
        if (!state.isEmpty()) {
            return state;
        }
        try {
            rights.requireOperate(person, instance);
            return "";
        } catch (Refusal.NotAllowed denied) {
            return denied.reason();
        }
    }
}
