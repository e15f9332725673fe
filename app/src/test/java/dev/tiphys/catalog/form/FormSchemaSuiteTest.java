package dev.tiphys.catalog.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema Test Suite, as far as its values can be typed into a form: `-Djson-schema-suite` names its folder
/// `draft2020-12`, which no Maven artifact holds (the source archive of PyPI's `jsonschema` does).
class FormSchemaSuiteTest {

    private static final List<String> PARTS = List.of("type", "enum", "const", "minimum", "maximum", "exclusiveMinimum",
            "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "required", "properties",
            "additionalProperties", "minProperties", "maxProperties", "propertyNames", "if-then-else",
            "dependentRequired",
            "dependentSchemas", "allOf", "anyOf", "oneOf", "not", "items", "uniqueItems", "minItems", "maxItems",
            "contains", "minContains", "maxContains", "boolean_schema", "default");

    private int judged;
    private final List<String> wrong = new ArrayList<>();

    @Test
    void judgesAsTheSuiteDoes() throws IOException {
        String folder = System.getProperty("json-schema-suite", "");
        Assumptions.assumeFalse(folder.isEmpty(), "-Djson-schema-suite names no folder");
        for (String part : PARTS) {
            for (JsonNode group : JsonMapper.shared().readTree(Files.readString(Path.of(folder, part + ".json")))) {
                group.path("tests").valueStream()
                        .forEach(test -> judge(part + ": " + group.path("description").asString()
                                + ": " + test.path("description").asString(), group.path("schema"), test));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(judged).isGreaterThan(150);
    }

    private void judge(String name, JsonNode schema, JsonNode test) {
        JsonNode data = test.path("data");
        if (data.isObject()) {
            judge(name, schema, (ObjectNode) data, test.path("valid").asBoolean());
        } else if (!data.isNull() && !schema.toString().contains("\"$ref\"")) {
            ObjectNode whole = JsonMapper.shared().createObjectNode();
            whole.putObject("properties").set("value", schema);
            ObjectNode value = JsonMapper.shared().createObjectNode();
            value.set("value", data);
            judge(name, whole, value, test.path("valid").asBoolean());
        }
    }

    // What means something else when it is typed as a text is no matter of forms.
    private void judge(String name, JsonNode schema, ObjectNode value, boolean valid) {
        if (!schema.isObject()) {
            return;
        }
        FormSchema form = FormSchema.of(schema.toString());
        Map<String, String> texts = new LinkedHashMap<>();
        value.properties().forEach(entry -> texts.put(entry.getKey(), TypedText.text(entry.getValue())));
        if (!form.typed(texts).equals(value)) {
            return;
        }
        judged++;
        if (form.problems(texts, Map.of(), Set.of()).isEmpty() != valid) {
            wrong.add(name + " " + texts);
        }
    }
}
