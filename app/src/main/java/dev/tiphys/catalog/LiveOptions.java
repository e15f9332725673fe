package dev.tiphys.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Options that are looked up when a form is opened, and again when it comes back: `x-options` of a field.
@Component
class LiveOptions {

    private static final PageAsk MANY = new PageAsk(0, 500);

    private final Fleet fleet;
    private final Instances instances;
    private final OptionAddresses addresses;

    LiveOptions(Fleet fleet, Instances instances, OptionAddresses addresses) {
        this.fleet = fleet;
        this.instances = instances;
        this.addresses = addresses;
    }

    /// By field. A field whose options cannot be looked up has none, so that nothing fits it.
    Map<String, List<String>> of(ItemAction action, Person person) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        ActionForm.of(action).live().forEach((field, source) -> options.put(field, of(source, person)));
        return options;
    }

    private List<String> of(JsonNode source, Person person) {
        if (source.has("instances")) {
            String[] item = source.path("instances").asString("").split("/", 2);
            return item.length < 2 ? List.of() : names(item[0], item[1], person);
        }
        if (source.has("clusters")) {
            String label = source.path("clusters").asString("");
            return fleet.snapshot().clusters().stream()
                    .map(cluster -> label.isEmpty() ? cluster.name() : cluster.labels().getOrDefault(label, ""))
                    .filter(value -> !value.isEmpty()).distinct().sorted().toList();
        }
        if (source.has("environments")) {
            return fleet.environments().stream().map(Environment::name).toList();
        }
        if (source.has("teams")) {
            return person.teams().stream().sorted().toList();
        }
        return addresses.options(source.path("url").asString(""));
    }

    private List<String> names(String provider, String item, Person person) {
        PageOf<Instance> found = instances.list(new InstanceFilter(provider, item, "", "active"), MANY, person);
        return found.items().stream().map(Instance::name).sorted().toList();
    }

    /// What does not fit the options of now, by field.
    Map<String, String> problems(ItemAction action, Map<String, String> filled, Person person) {
        Map<String, String> problems = new LinkedHashMap<>();
        of(action, person).forEach((field, options) -> {
            String value = filled.getOrDefault(field, "").strip();
            if (!value.isEmpty() && !options.contains(value)) {
                problems.put(field, options.isEmpty()
                        ? "There is nothing to choose here at the moment."
                        : "This is not among the options any more. Choose one of those there are now.");
            }
        });
        return problems;
    }
}
