package dev.tiphys.catalog.form;

import java.util.Map;
import java.util.stream.Collectors;

import com.networknt.schema.Error;
import tools.jackson.databind.JsonNode;

/// Says what a schema minds about a value, to somebody who never heard of schemas.
final class ErrorWords {

    private static final Map<String, String> FORMATS = Map.ofEntries(Map.entry("email", "an e-mail address"),
            Map.entry("idn-email", "an e-mail address"), Map.entry("uri", "an address such as https://example.com"),
            Map.entry("url", "an address such as https://example.com"),
            Map.entry("iri", "an address such as https://example.com"),
            Map.entry("date", "a day such as 2026-11-27"), Map.entry("time", "a time such as 14:30:00Z"),
            Map.entry("date-time", "a moment such as 2026-11-27T14:30:00Z"),
            Map.entry("duration", "a duration such as P3D"), Map.entry("ipv4", "an address such as 10.0.0.1"),
            Map.entry("ipv6", "an address such as 2001:db8::1"), Map.entry("hostname", "a host's name"),
            Map.entry("uuid", "a UUID"), Map.entry("regex", "a regular expression"),
            Map.entry("json-pointer", "a JSON pointer"));
    private static final Map<String, String> TYPES = Map.of("integer", "a whole number", "number", "a number",
            "boolean", "yes or no, written true or false", "array", "a list", "object", "a JSON object", "string",
            "a text", "null", "nothing");

    private ErrorWords() {
    }

    /// @param property what is known of the field, for its `x-message`
    static String of(Error error, JsonNode property, String label) {
        String own = property.path("x-message").asString("");
        String keyword = String.valueOf(error.getKeyword());
        JsonNode limit = error.getSchemaNode();
        if (!own.isEmpty() && !keyword.equals("required") && !keyword.equals("dependentRequired")) {
            return own;
        }
        String item = error.getInstanceLocation().getNameCount() > 1
                ? "The item " + TypedText.text(error.getInstanceNode()) + ": "
                : "";
        return item + words(keyword, limit == null ? property.path(keyword) : limit, error, label);
    }

    private static String words(String keyword, JsonNode limit, Error error, String label) {
        String text = TypedText.text(limit);
        return switch (keyword) {
            case "required", "dependentRequired" -> "Fill in " + label + ".";
            case "type" -> "This has to be " + types(limit) + ".";
            case "enum" -> "Choose one of " + limit.valueStream().map(TypedText::text)
                    .collect(Collectors.joining(", ")) + ".";
            case "const" -> "This can only be " + text + ".";
            case "pattern" -> "This does not fit the pattern " + text + ".";
            case "format" -> "This is not " + FORMATS.getOrDefault(text, "a " + text) + ".";
            case "false" -> "Leave this empty.";
            case "not", "oneOf", "anyOf", "if", "allOf" -> "These values do not go together.";
            case "additionalProperties", "unevaluatedProperties", "propertyNames" ->
                "The form has no field " + error.getProperty() + ".";
            default -> size(keyword, text, error);
        };
    }

    private static String size(String keyword, String limit, Error error) {
        return switch (keyword) {
            case "minimum" -> "This has to be " + limit + " or more.";
            case "maximum" -> "This has to be " + limit + " or less.";
            case "exclusiveMinimum" -> "This has to be more than " + limit + ".";
            case "exclusiveMaximum" -> "This has to be less than " + limit + ".";
            case "multipleOf" -> "This has to be a multiple of " + limit + ".";
            case "minLength" -> "This has to have " + limit + " characters or more.";
            case "maxLength" -> "This has to have " + limit + " characters or less.";
            case "minItems" -> "This has to list " + limit + " or more.";
            case "maxItems" -> "This has to list " + limit + " or less.";
            case "uniqueItems" -> "This lists something twice.";
            case "contains", "minContains", "maxContains" -> "This does not list what it has to.";
            default -> "This cannot be: " + error.getMessage() + ".";
        };
    }

    private static String types(JsonNode type) {
        return type.isArray()
                ? type.valueStream().map(ErrorWords::types).collect(Collectors.joining(" or "))
                : TYPES.getOrDefault(type.asString(""), type.asString(""));
    }
}
