package dev.tiphys.catalog.form;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.Error;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A JSON Schema of a form whose fields hold text. An empty text is a field that was left out.
public final class FormSchema {

    private static final Map<String, FormSchema> READ = new ConcurrentHashMap<>();
    private static final int MOST_KEPT = 2_000;
    private static final JsonNode ANYTHING = JsonNodeFactory.instance.objectNode();

    private final String problem;
    private final JsonNode root;
    private final Branches branches;
    private final Set<String> conditional;

    private FormSchema(JsonNode written) {
        this.problem = Verdicts.problem(written);
        this.root = problem.isEmpty() ? written : ANYTHING;
        this.branches = Branches.of(root);
        this.conditional = branches.conditional();
    }

    /// @param json a JSON Schema as JSON text; empty for one that minds nothing
    public static FormSchema of(String json) {
        if (READ.size() > MOST_KEPT) {
            READ.clear();
        }
        return READ.computeIfAbsent(json, text -> new FormSchema(read(text)));
    }

    private static JsonNode read(String text) {
        try {
            return text.isBlank() ? ANYTHING : JsonMapper.shared().readTree(text);
        } catch (JacksonException noJson) {
            return ANYTHING;
        }
    }

    /// Why it is no schema at all, so that it minds nothing; empty when it is one.
    public String problem() {
        return problem;
    }

    /// Every field that it speaks of, in its order.
    public Set<String> names() {
        return branches.names();
    }

    /// The fields on which it depends whether others show.
    public Set<String> deciding() {
        return conditional.isEmpty() ? Set.of() : branches.deciding();
    }

    /// The fields that show when these are filled in so.
    ///
    /// @param all the names of the form's fields
    public Set<String> visible(Set<String> all, Map<String, String> values) {
        Set<String> shown = new LinkedHashSet<>(all);
        shown.removeAll(conditional);
        for (int round = 0; !conditional.isEmpty() && round <= all.size(); round++) {
            Set<String> next = round(all, restricted(values, shown));
            if (next.equals(shown)) {
                break;
            }
            shown = next;
        }
        return shown;
    }

    private Set<String> round(Set<String> all, Map<String, String> values) {
        Set<String> defined = branches.definedAlways();
        Set<String> brought = new HashSet<>();
        branches.inForce(typed(values)).stream().filter(branch -> !branch.isAlways())
                .forEach(branch -> brought.addAll(Branches.mentioned(branch, defined)));
        Set<String> next = new LinkedHashSet<>(all);
        next.removeIf(name -> conditional.contains(name) && !brought.contains(name));
        return next;
    }

    private static Map<String, String> restricted(Map<String, String> values, Set<String> names) {
        Map<String, String> some = new LinkedHashMap<>(values);
        some.keySet().retainAll(names);
        return some;
    }

    /// The values as the schema sees them.
    public ObjectNode typed(Map<String, String> values) {
        ObjectNode typed = JsonNodeFactory.instance.objectNode();
        values.forEach((name, text) -> {
            if (!text.isEmpty()) {
                typed.set(name, TypedText.of(text, property(name, branches.all())));
            }
        });
        return typed;
    }

    /// What is said of a field when the others are filled in so: later words weigh more.
    public JsonNode property(String name, Map<String, String> values) {
        return property(name, branches.inForce(typed(values)));
    }

    private JsonNode property(String name, List<Branches.Branch> of) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        of.stream().map(branch -> branches.resolve(branch.schema().path("properties").path(name)))
                .flatMap(property -> property.properties().stream())
                .forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
        return merged;
    }

    /// The fields that have to be filled in when the others are so.
    public Set<String> required(Map<String, String> values) {
        Set<String> required = new HashSet<>();
        branches.inForce(typed(values)).stream().filter(branch -> !isOneOfSeveral(branch))
                .forEach(branch -> required.addAll(branch.requires()));
        return required;
    }

    // What only one of several alternatives asks for need not be filled in.
    private boolean isOneOfSeveral(Branches.Branch branch) {
        return branches.all().stream().anyMatch(parent -> List.of("anyOf", "oneOf").stream()
                .flatMap(word -> parent.schema().path(word).valueStream()).map(branches::resolve)
                .anyMatch(branch.schema()::equals));
    }

    /// What is wrong, by field; what concerns no field alone has the empty name.
    ///
    /// @param labels how the fields are called
    /// @param apart fields that are not judged here
    public Map<String, String> problems(Map<String, String> values, Map<String, String> labels, Set<String> apart) {
        Map<String, String> problems = new LinkedHashMap<>();
        ObjectNode typed = typed(values);
        for (Error error : Verdicts.of(root, typed)) {
            fields(error, typed).stream().filter(field -> !apart.contains(field))
                    .forEach(field -> problems.putIfAbsent(field, ErrorWords.of(error, property(field, values),
                            labels.getOrDefault(field, field))));
        }
        return problems;
    }

    // What is missing because of another field is told at what is missing.
    private List<String> fields(Error error, ObjectNode values) {
        if (error.getInstanceLocation().getNameCount() > 0) {
            return List.of(error.getInstanceLocation().getName(0));
        }
        String property = String.valueOf(error.getProperty());
        return switch (String.valueOf(error.getKeyword())) {
            case "required" -> List.of(property);
            case "dependentRequired" -> branches.inForce(values).stream()
                    .flatMap(branch -> branch.requires().stream()).filter(name -> !values.has(name)).distinct()
                    .toList();
            default -> List.of("");
        };
    }
}
