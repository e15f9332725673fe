package dev.tiphys.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.json.JsonView;

/// Finds what would miss an instance: others that were ordered with its name in a field that offers such instances.
@Component
class Dependents {

    private static final int SHOWN = 5;

    private final Catalog catalog;
    private final InstanceQueries queries;

    Dependents(Catalog catalog, InstanceQueries queries) {
        this.catalog = catalog;
        this.queries = queries;
    }

    List<Instance> of(Instance instance) {
        return references(catalog.snapshot().items(), instance.provider() + "/" + instance.item()).stream()
                .flatMap(reference -> queries.naming(reference, instance).stream())
                .collect(Collectors.toMap(Instance::id, found -> found, (one, same) -> one, LinkedHashMap::new))
                .values().stream().toList();
    }

    /// A field of an item whose value is an instance of another item.
    record Reference(String provider, String item, String field) {}

    /// @param named `provider/item`
    static List<Reference> references(List<Item> items, String named) {
        return items.stream()
                .flatMap(item -> item.sheet().forms().values().stream().map(form -> form.schema())
                        .filter(schema -> !schema.isEmpty()).flatMap(schema -> fields(schema, named))
                        .map(field -> new Reference(item.provider(), item.name(), field)))
                .distinct().toList();
    }

    private static Stream<String> fields(String schema, String named) {
        return JsonView.parse(schema).at("properties").node().properties().stream()
                .filter(entry -> new JsonView(entry.getValue()).text("x-options", "instances").equals(named))
                .map(Map.Entry::getKey);
    }

    static String words(List<Instance> users) {
        String names = users.stream().limit(SHOWN).map(one -> one.name() + " (" + one.item() + " of " + one.team()
                + ")").collect(Collectors.joining(", "));
        int more = users.size() - SHOWN;
        return "It is used by " + names + (more > 0 ? " and " + more + " more" : "") + ".";
    }
}
