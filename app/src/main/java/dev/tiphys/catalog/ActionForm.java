package dev.tiphys.catalog;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import dev.tiphys.catalog.ItemAction.Field;
import dev.tiphys.catalog.form.FormSchema;
import dev.tiphys.catalog.form.FormValues;

/// The form of an action: the parameters of its template, joined with what the provider's sheet says of them. What the
/// sheet does not speak of keeps what the template says.
public final class ActionForm {

    private static final int LONGEST_SECRET = 10_000;

    private final Map<String, Field> fields;
    private final FormSchema schema;
    private final Set<String> spokenOf;

    private ActionForm(ItemAction action) {
        this.fields = action.fields().stream().collect(Collectors.toMap(Field::name, Function.identity(),
                (one, other) -> one, LinkedHashMap::new));
        this.schema = FormSchema.of(action.form().schema());
        this.spokenOf = schema.names();
    }

    public static ActionForm of(ItemAction action) {
        return new ActionForm(action);
    }

    /// The fields that show when they are filled in so.
    public Set<String> visible(Map<String, String> filled) {
        return schema.visible(fields.keySet(), given(filled));
    }

    /// The fields on which it depends whether others show.
    public Set<String> deciding() {
        return schema.deciding();
    }

    /// What was filled in, without what does not show any more.
    public Map<String, String> shown(Map<String, String> filled) {
        Set<String> visible = visible(filled);
        Map<String, String> shown = new LinkedHashMap<>(filled);
        shown.keySet().removeIf(name -> fields.containsKey(name) && !visible.contains(name));
        return shown;
    }

    // What is not filled in has what is preset.
    private Map<String, String> given(Map<String, String> filled) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.values().forEach(field -> values.put(field.name(),
                filled.containsKey(field.name())
                        ? filled.getOrDefault(field.name(), "").strip().replace("\r\n", "\n")
                        : preset(field)));
        return values;
    }

    private String preset(Field field) {
        return field.preset().isEmpty() && spokenOf.contains(field.name())
                ? FormValues.text(schema.property(field.name(), Map.of()).path("default"))
                : field.preset();
    }

    /// What the form says of a field when the others are filled in so.
    public FieldOfForm field(String name, Map<String, String> filled) {
        Field field = fields.getOrDefault(name, new Field(name, "", List.of(), "", false));
        JsonNode property = schema.property(name, given(filled));
        boolean required = spokenOf.contains(name)
                ? schema.required(given(filled)).contains(name)
                : field.required();
        return FieldOfForm.of(field, property, preset(field), required);
    }

    /// The fields whose values are secrets.
    Set<String> secrets() {
        return fields.keySet().stream()
                .filter(name -> schema.property(name, Map.of()).path("x-secret").asBoolean(false))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// From where a field takes its options at the moment; empty for most.
    Map<String, JsonNode> live() {
        Map<String, JsonNode> live = new LinkedHashMap<>();
        fields.keySet().forEach(name -> Optional.of(schema.property(name, Map.of()).path("x-options"))
                .filter(JsonNode::isObject).ifPresent(options -> live.put(name, options)));
        return live;
    }

    /// The values to hand on: what was filled in, else what is preset, of the fields that show. Of the others the
    /// template's own default counts, or nothing where it has none.
    Map<String, String> complete(Map<String, String> filled) {
        Map<String, String> values = new LinkedHashMap<>();
        counted(filled)
                .forEach((name, text) -> values.put(name, FormValues.written(text, schema.property(name, Map.of()))));
        fields.values().stream().filter(Field::required).forEach(field -> values.putIfAbsent(field.name(), ""));
        return values;
    }

    // Whoever fills in what does not show means it; only forms leave that out.
    private Map<String, String> counted(Map<String, String> filled) {
        Map<String, String> values = given(filled);
        Set<String> visible = visible(filled);
        values.keySet().removeIf(name -> !visible.contains(name) && filled.getOrDefault(name, "").isBlank());
        return values;
    }

    /// What is wrong, by field; what concerns no field alone has the empty name. Secrets have to be kept already.
    Map<String, String> problems(Map<String, String> filled) {
        Map<String, String> problems = problemsBeforeKeeping(filled);
        Map<String, String> values = counted(filled);
        secrets().forEach(name -> {
            String value = values.getOrDefault(name, "");
            if (!value.isEmpty() && !SecretReference.is(value)) {
                problems.putIfAbsent(name, "This is a secret, which nobody kept yet. Order by the form or the API.");
            }
        });
        return problems;
    }

    /// The same while secrets may still stand in the clear.
    Map<String, String> problemsBeforeKeeping(Map<String, String> filled) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!schema.problem().isEmpty()) {
            problems.put("", "The provider's form is broken, ask it to mend it: " + schema.problem());
            return problems;
        }
        Map<String, String> values = counted(filled);
        Set<String> secrets = secrets();
        fields.values().stream().filter(field -> values.containsKey(field.name())).forEach(field -> put(problems,
                field.name(), problem(field, values.getOrDefault(field.name(), ""), secrets)));
        filled.keySet().stream().filter(name -> !fields.containsKey(name)).sorted()
                .forEach(name -> problems.put(name, "The form has no field of this name. Open it anew, it may have"
                        + " changed."));
        Map<String, String> judged = new LinkedHashMap<>(values);
        judged.keySet().retainAll(spokenOf);
        Set<String> kept = secrets.stream().filter(name -> SecretReference.is(values.getOrDefault(name, "")))
                .collect(Collectors.toSet());
        schema.problems(judged, labels(), kept).forEach((name, problem) -> problems
                .putIfAbsent(fields.containsKey(name) ? name : "", problem));
        return problems;
    }

    private static void put(Map<String, String> problems, String name, String problem) {
        if (!problem.isEmpty()) {
            problems.put(name, problem);
        }
    }

    private String problem(Field field, String value, Set<String> secrets) {
        if (value.isEmpty()) {
            return field.required() && !spokenOf.contains(field.name()) ? "Fill in " + field.name() + "." : "";
        }
        if (secrets.contains(field.name())) {
            return value.length() > LONGEST_SECRET ? "This is longer than " + LONGEST_SECRET + " characters." : "";
        }
        String problem = FormCheck.text(value, FormCheck.LONGEST);
        return problem.isEmpty() && !field.options().isEmpty() && !field.options().contains(value)
                ? "Choose one of " + String.join(", ", field.options()) + "."
                : problem;
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        fields.keySet().forEach(name -> {
            String title = schema.property(name, Map.of()).path("title").asString("");
            labels.put(name, title.isEmpty() ? FieldOfForm.label(name) : title);
        });
        return labels;
    }
}
