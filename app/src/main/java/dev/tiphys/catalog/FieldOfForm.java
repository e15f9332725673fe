package dev.tiphys.catalog;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.tiphys.catalog.ItemAction.Field;
import dev.tiphys.catalog.form.FormValues;

/// One field of a form as it is now.
///
/// @param options the only values; empty when anything goes
/// @param preset empty when there is none
/// @param type the `type` of an input for one line of text, such as `email`
public record FieldOfForm(String name, String label, String hint, Kind kind, List<Option> options, String preset,
        boolean required, String type) {

    private static final int LONG = 300;

    public FieldOfForm {
        options = List.copyOf(options);
    }

    /// How a field is filled in.
    public enum Kind {
        /// One line.
        LINE,
        /// Several lines.
        LINES,
        /// One of the options.
        CHOICE,
        /// A list, one item on each line.
        LIST,
        /// What nobody may see.
        SECRET
    }

    /// One of several values.
    public record Option(String value, String title) {}

    static FieldOfForm of(Field field, JsonNode property, String preset, boolean required) {
        String title = property.path("title").asString("");
        String hint = property.path("description").asString("");
        List<Option> options = options(field, property);
        return new FieldOfForm(field.name(), title.isEmpty() ? label(field.name()) : title,
                hint.isEmpty() ? field.description() : hint, kind(property, options), options, preset, required,
                type(property));
    }

    /// The same with options that were looked up.
    public FieldOfForm with(@Nullable List<String> live) {
        return live == null
                ? this
                : new FieldOfForm(name, label, hint, Kind.CHOICE,
                        live.stream().map(value -> new Option(value, value)).toList(), preset, required, type);
    }

    static String label(String name) {
        String words = name.replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static List<Option> options(Field field, JsonNode property) {
        if (property.path("enum").isArray()) {
            return property.path("enum").valueStream().map(FormValues::text).filter(text -> !text.isEmpty())
                    .map(text -> new Option(text, text)).toList();
        }
        for (String word : List.of("oneOf", "anyOf")) {
            JsonNode several = property.path(word);
            if (several.isArray() && several.valueStream().allMatch(one -> one.has("const"))) {
                return several.valueStream().map(one -> new Option(FormValues.text(one.path("const")),
                        one.path("title").asString(FormValues.text(one.path("const"))))).toList();
            }
        }
        if (property.path("type").asString("").equals("boolean")) {
            return List.of(new Option("true", "Yes"), new Option("false", "No"));
        }
        return Stream.concat(field.options().stream(),
                property.has("const") ? Stream.of(FormValues.text(property.path("const"))) : Stream.empty())
                .map(text -> new Option(text, text)).toList();
    }

    private static Kind kind(JsonNode property, List<Option> options) {
        if (property.path("x-secret").asBoolean(false)) {
            return Kind.SECRET;
        }
        if (!options.isEmpty()) {
            return Kind.CHOICE;
        }
        return switch (property.path("type").asString("")) {
            case "array" -> Kind.LIST;
            case "object" -> Kind.LINES;
            default -> property.path("maxLength").asInt(0) >= LONG ? Kind.LINES : Kind.LINE;
        };
    }

    private static String type(JsonNode property) {
        return switch (property.path("format").asString("")) {
            case "email" -> "email";
            case "uri", "url" -> "url";
            case "date" -> "date";
            default -> "text";
        };
    }
}
