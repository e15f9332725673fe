package dev.tiphys.catalog.form;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Values of forms as text.
public final class FormValues {

    private FormValues() {
    }

    /// A value as people would write it into a field; empty for none.
    public static String text(JsonNode value) {
        return TypedText.text(value);
    }

    /// The items of a list that was handed on.
    public static List<String> items(String list) {
        JsonNode items = TypedText.of(list, JsonNodeFactory.instance.objectNode().put("type", "array"));
        return items.valueStream().map(TypedText::text).toList();
    }

    /// A filled-in text as it is handed on: a list becomes JSON, since Argo can walk through that.
    public static String written(String text, JsonNode property) {
        return text.isEmpty() || !TypedText.types(property).contains("array")
                ? text
                : TypedText.of(text, property).toString();
    }
}
