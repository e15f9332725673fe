package dev.tiphys.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.tiphys.catalog.ItemAction.Field;

/// Judges what somebody filled in. Values are data: Argo would replace what stands in double braces, so that
/// is refused.
final class FormCheck {

    static final int LONGEST = 1_000;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} ._'-]{0,61}[\\p{L}\\p{N}])?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private FormCheck() {
    }

    /// The values to hand on: what was filled in, else what is preset, of all fields.
    static Map<String, String> complete(List<Field> fields, Map<String, String> filled) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> {
            String value = filled.getOrDefault(field.name(), "").strip();
            values.put(field.name(), value.isEmpty() && !filled.containsKey(field.name()) ? field.preset() : value);
        });
        return values;
    }

    /// What is wrong, by field.
    static Map<String, String> problems(List<Field> fields, Map<String, String> filled) {
        Map<String, String> problems = new LinkedHashMap<>();
        Map<String, String> values = complete(fields, filled);
        fields.forEach(field -> {
            String problem = problem(field, values.getOrDefault(field.name(), ""));
            if (!problem.isEmpty()) {
                problems.put(field.name(), problem);
            }
        });
        filled.keySet().stream().filter(name -> !values.containsKey(name)).sorted()
                .forEach(name -> problems.put(name, "The form has no field of this name. Open it anew, it may have"
                        + " changed."));
        return problems;
    }

    private static String problem(Field field, String value) {
        if (value.isEmpty()) {
            return field.required() ? "Fill in " + field.name() + "." : "";
        }
        String problem = text(value, LONGEST);
        if (problem.isEmpty() && !field.options().isEmpty() && !field.options().contains(value)) {
            return "Choose one of " + String.join(", ", field.options()) + ".";
        }
        return problem;
    }

    /// What is wrong with the name of an instance; empty when nothing is.
    static String name(String name) {
        return NAME.matcher(name).matches()
                ? ""
                : "A name has 1 to 63 letters, digits, spaces and . _ ' - and begins and ends with a letter or digit.";
    }

    static String text(String value, int longest) {
        if (value.length() > longest) {
            return "This has " + value.length() + " characters, and at most " + longest + " are possible.";
        }
        if (value.contains("{{")) {
            return "Two opening braces in a row are not possible: Argo Workflows would replace them.";
        }
        return CONTROL.matcher(value).find() ? "Control characters are not possible." : "";
    }
}
