package dev.tiphys.catalog.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormSchemaTest {

    private static final String BACKUP = """
            {"type": "object",
             "properties": {
               "size": {"type": "integer", "minimum": 1, "maximum": 64},
               "backup": {"type": "boolean"},
               "cloud": {"enum": ["aws", "azure"]},
               "keep": {"type": "integer"},
               "mail": {"type": "string", "format": "email"},
               "tags": {"type": "array", "items": {"type": "string", "minLength": 2}, "uniqueItems": true}},
             "required": ["size"],
             "if": {"properties": {"backup": {"const": true}}, "required": ["backup"]},
             "then": {"properties": {"keep": {"minimum": 7}, "where": {"type": "string", "title": "Place"}},
                      "required": ["keep", "where"]},
             "allOf": [{"if": {"properties": {"cloud": {"const": "aws"}}, "required": ["cloud"]},
                        "then": {"properties": {"region": {"enum": ["us", "eu"]}}, "required": ["region"]},
                        "else": {"properties": {"location": {"type": "string"}}}}],
             "dependentRequired": {"tags": ["mail"]}}""";
    private static final Set<String> ALL = Set.of("size", "backup", "cloud", "keep", "mail", "tags", "where", "region",
            "location");
    private static final FormSchema FORM = FormSchema.of(BACKUP);

    private static Map<String, String> problems(Map<String, String> values) {
        return FORM.problems(values, Map.of("where", "Place"), Set.of());
    }

    @Test
    void showsWhatAConditionAsksForOnlyWhileItHolds() {
        assertThat(FORM.visible(ALL, Map.of("size", "1"))).containsExactlyInAnyOrder("size", "backup", "cloud", "tags",
                "location");
        assertThat(FORM.visible(ALL, Map.of("backup", "true", "tags", "ab", "cloud", "aws")))
                .containsExactlyInAnyOrder("size", "backup", "cloud", "tags", "keep", "where", "mail", "region");
        assertThat(FORM.deciding()).containsExactlyInAnyOrder("backup", "cloud", "tags");
        assertThat(FORM.required(Map.of("backup", "true"))).containsExactlyInAnyOrder("size", "keep", "where");
    }

    @Test
    void fieldsThatWaitForEachOtherAlwaysShow() {
        FormSchema card = FormSchema.of("""
                {"properties": {"card": {}, "address": {}}, "dependentRequired": {"card": ["address"], "address": ["card"]}}
                """);
        assertThat(card.visible(Set.of("card", "address"), Map.of())).containsExactlyInAnyOrder("card", "address");
        assertThat(card.problems(Map.of("card", "1"), Map.of("address", "Address"), Set.of()))
                .isEqualTo(Map.of("address", "Fill in Address."));
    }

    @Test
    void aHiddenFieldDecidesNothing() {
        FormSchema chain = FormSchema.of("""
                {"properties": {"a": {"type": "boolean"}, "b": {"type": "boolean"}, "c": {}},
                 "dependentSchemas": {"a": {"required": ["b"]}, "b": {"required": ["c"]}}}""");
        Set<String> all = Set.of("a", "b", "c");
        assertThat(chain.visible(all, Map.of("b", "true", "c", "x"))).containsExactly("a");
        assertThat(chain.visible(all, Map.of("a", "true", "b", "true"))).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"size|0|This has to be 1 or more.", "size|many|This has to be a whole number.",
            "size|1.5|This has to be a whole number.", "backup|yes|This has to be yes or no, written true or false.",
            "cloud|gcp|Choose one of aws, azure.", "mail|nobody|This is not an e-mail address.",
            "tags|ab, ab|This lists something twice.",
            "tags|[\"ab\",\"c\"]|The item c: This has to have 2 characters or more."})
    void saysWhatIsWrongInWordsAtTheField(String field, String value, String message) {
        Map<String, String> values = new java.util.HashMap<>(Map.of("size", "5", "mail", "a@example.com"));
        values.put(field, value);
        assertThat(problems(values)).containsEntry(field, message).hasSize(1);
    }

    @Test
    void saysWhatIsMissingAndWhatAConditionNarrows() {
        assertThat(problems(Map.of("backup", "true", "keep", "3"))).isEqualTo(Map.of("size", "Fill in size.", "keep",
                "This has to be 7 or more.", "where", "Fill in Place."));
    }

    @Test
    void takesTheProvidersOwnWordsAndDefinitionsByReference() {
        FormSchema form = FormSchema.of("""
                {"$defs": {"name": {"type": "string", "pattern": "^[a-z]+$", "x-message": "Lower-case letters only."}},
                 "properties": {"db": {"$ref": "#/$defs/name", "title": "Database"}}}""");
        assertThat(form.problems(Map.of("db", "UP"), Map.of(), Set.of()))
                .isEqualTo(Map.of("db", "Lower-case letters only."));
        assertThat(form.property("db", Map.of()).path("title").asString()).isEqualTo("Database");
    }

    @Test
    void whatConcernsNoFieldAloneHasNoName() {
        FormSchema form = FormSchema.of("""
                {"properties": {"a": {}, "b": {}}, "not": {"required": ["a", "b"]}, "maxProperties": 1}""");
        assertThat(form.problems(Map.of("a", "1", "b", "2"), Map.of(), Set.of())).containsOnlyKeys("");
    }

    @Test
    @Timeout(20)
    void givesUpOnPatternsThatWouldRunForMinutes() {
        FormSchema form = FormSchema.of("{\"properties\": {\"a\": {\"type\": \"string\", \"pattern\": \"^(a+)+$\"}}}");
        assertThat(form.problems(Map.of("a", "a".repeat(60) + "!"), Map.of(), Set.of())).containsOnlyKeys("a");
        assertThat(form.problems(Map.of("a", "aaa"), Map.of(), Set.of())).isEmpty();
    }

    @Test
    void reachesNoOtherDocument() {
        assertThat(FormSchema.of("{\"$ref\": \"https://example.com/schema.json\"}").problem()).isNotEmpty();
        assertThat(FormSchema.of("{\"$ref\": \"classpath:application.yaml\"}").problem()).isNotEmpty();
        assertThat(FormSchema.of("{\"properties\": {\"a\": {\"pattern\": \"(\"}}}").problem()).isNotEmpty();
        assertThat(FORM.problem()).isEmpty();
        assertThat(FormSchema.of("{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"}").problem())
                .isEmpty();
    }
}
