package dev.tiphys.sandbox.argocd;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Fills in the texts of an ApplicationSet's template: simple `{{name}}` placeholders, or with `goTemplate` the
/// expressions that [GoExpression] knows.
record TextTemplate(boolean go, boolean missingIsError) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{-?\\s*(.*?)\\s*-?}}");

    static TextTemplate of(JsonNode spec) {
        boolean strict = spec.path("goTemplateOptions").valueStream()
                .anyMatch(option -> option.asString("").equals("missingkey=error"));
        return new TextTemplate(spec.path("goTemplate").asBoolean(false), strict);
    }

    /// A copy of `template` with all its texts and field names filled in.
    JsonNode fill(JsonNode template, ObjectNode parameters) {
        if (template.isString()) {
            return JsonNodeFactory.instance.stringNode(fill(template.asString(), parameters));
        }
        if (template instanceof ArrayNode array) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> filled.add(fill(item, parameters)));
            return filled;
        }
        if (template instanceof ObjectNode object) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                filled.set(fill(entry.getKey(), parameters), fill(entry.getValue(), parameters));
            }
            return filled;
        }
        return template;
    }

    String fill(String text, ObjectNode parameters) {
        if (!text.contains("{{")) {
            return text;
        }
        Matcher placeholders = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (placeholders.find()) {
            String expression = placeholders.group(1);
            String value = go
                    ? new GoExpression(parameters, missingIsError).evaluate(expression)
                    : plain(expression, placeholders.group(), parameters);
            placeholders.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return placeholders.appendTail(filled).toString();
    }

    // Without goTemplate a placeholder that has no value stays as it is.
    private static String plain(String name, String whole, ObjectNode parameters) {
        return Parameters.flat(parameters).getOrDefault(name, whole);
    }
}
