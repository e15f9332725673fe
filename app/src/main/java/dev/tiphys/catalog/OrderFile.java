package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

import dev.tiphys.catalog.sheet.YamlDepth;
import dev.tiphys.web.Refusal;

/// One order as it is kept in a file. Every value is a text as it is written, so that the version 1.10 stays one.
///
/// @param version empty for the newest
record OrderFile(String provider, String item, String version, String team, String name, String priority,
        Map<String, String> inputs) {

    private static final Set<String> KEYS = Set.of("apiVersion", "kind", "item", "version", "team", "name", "priority",
            "inputs");
    private static final LoadSettings YAML = LoadSettings.builder().setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false).setMaxAliasesForCollections(0).setSchema(new FailsafeSchema()).build();
    private static final int MOST = 100;

    OrderFile {
        inputs = Map.copyOf(inputs);
    }

    /// Reads all documents of a YAML or JSON text, or refuses with all that is wrong, by document.
    static List<OrderFile> read(String text) {
        if (YamlDepth.isTooDeep(text)) {
            throw new Refusal.Invalid("file", YamlDepth.PROBLEM);
        }
        Map<String, String> problems = new LinkedHashMap<>();
        List<OrderFile> orders = new ArrayList<>();
        try {
            int number = 0;
            for (Object document : new Load(YAML).loadAllFromString(text)) {
                number++;
                if (document != null) {
                    String place = "order " + number;
                    Reader reader = new Reader(place, problems);
                    orders.add(reader.read(document));
                }
            }
        } catch (YamlEngineException unreadable) {
            throw new Refusal.Invalid("file", "It is no YAML: "
                    + String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("") + ".");
        }
        if (orders.isEmpty() || orders.size() > MOST) {
            problems.put("file", "A file has 1 to " + MOST + " orders.");
        }
        if (!problems.isEmpty()) {
            throw new Refusal.Invalid(problems);
        }
        return List.copyOf(orders);
    }

    private record Reader(String place, Map<String, String> problems) {

        OrderFile read(Object document) {
            if (!(document instanceof Map<?, ?> map)) {
                problems.put(place, "It is no map of kind: Order, item, team, name and inputs.");
                return new OrderFile("", "", "", "", "", "", Map.of());
            }
            map.keySet().stream().map(String::valueOf).filter(key -> !KEYS.contains(key)).sorted()
                    .forEach(key -> problems.put(place + ": " + key, "There is no such key."));
            if (!text(map, "kind").equals("Order")) {
                problems.put(place + ": kind", "The kind is Order.");
            }
            if (!Set.of("", "tiphys.dev/v1").contains(text(map, "apiVersion"))) {
                problems.put(place + ": apiVersion", "The version is tiphys.dev/v1.");
            }
            String[] item = text(map, "item").split("/", -1);
            if (item.length != 2) {
                problems.put(place + ": item", "Name it as provider/item, such as pet-store/pet.");
            }
            List.of("team", "name").stream().filter(key -> text(map, key).isEmpty())
                    .forEach(key -> problems.put(place + ": " + key, "It is missing."));
            return new OrderFile(item[0], item[item.length - 1], text(map, "version"), text(map, "team"),
                    text(map, "name"), text(map, "priority"), inputs(map.get("inputs")));
        }

        private String text(Map<?, ?> map, String key) {
            Object value = map.get(key);
            if (value instanceof String text) {
                return text.strip();
            }
            if (value != null) {
                problems.put(place + ": " + key, "It is a text.");
            }
            return "";
        }

        private Map<String, String> inputs(@Nullable Object inputs) {
            Map<String, String> values = new LinkedHashMap<>();
            if (inputs instanceof Map<?, ?> map) {
                map.forEach((name, value) -> {
                    if (value instanceof String text) {
                        values.put(String.valueOf(name), text);
                    } else {
                        problems.put(place + ": inputs." + name, "It is a text.");
                    }
                });
            } else if (inputs != null && !"".equals(inputs)) {
                problems.put(place + ": inputs", "They are a map of names and texts.");
            }
            return values;
        }
    }
}
