package dev.tiphys.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Takes the last action back where its provider says which action does that: it is run with the values from before.
@Component
public class Undo {

    private final Shop shop;
    private final Instances instances;
    private final InstanceQueries queries;
    private final InstanceActions actions;
    private final CatalogNews news;

    Undo(Shop shop, Instances instances, InstanceQueries queries, InstanceActions actions, CatalogNews news) {
        this.shop = shop;
        this.instances = instances;
        this.queries = queries;
        this.actions = actions;
        this.news = news;
    }

    /// @param action the one that does it
    /// @param undone the title of the one that it takes back
    /// @param values that it is run with
    public record Way(String action, String undone, Map<String, String> values) {

        public Way {
            values = Map.copyOf(values);
        }
    }

    /// How the last action is taken back; empty when it cannot be.
    public Optional<Way> find(Instance instance) {
        if (instance.status() != InstanceStatus.ACTIVE || instance.lastPhase() != RunPhase.SUCCEEDED) {
            return Optional.empty();
        }
        return shop.findOf(instance).flatMap(item -> Optional.ofNullable(item.sheet().undo().get(instance.last()))
                .flatMap(item::findAction).map(action -> new Way(action.name(),
                        item.findAction(instance.last()).map(ItemAction::title).orElse(instance.last()),
                        values(action, queries.before(instance.id())))));
    }

    private static Map<String, String> values(ItemAction action, Map<String, String> before) {
        Map<String, String> values = new LinkedHashMap<>();
        action.fields().stream().map(ItemAction.Field::name).filter(before::containsKey)
                .forEach(field -> values.put(field, before.getOrDefault(field, "")));
        return values;
    }

    @Transactional
    public void undo(InstanceId id, Person person) {
        Instance instance = instances.get(id, person);
        Way way = find(instance).orElseThrow(() -> new Refusal.Conflict(
                "What was done last cannot be undone. Look at the page again."));
        actions.run(id, way.action(), way.values(), Consent.NONE, person);
        news.record(ActionTaken.by(person, "catalog.undone", "instance", id.toString())
                .change(instance.last(), way.action()), instance.provider(), instance.team());
    }
}
