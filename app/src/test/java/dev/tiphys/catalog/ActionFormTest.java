package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tiphys.catalog.ItemAction.Field;
import dev.tiphys.catalog.sheet.ItemSheet.FormOfSheet;

class ActionFormTest {

    private static final ItemAction DATABASE = action("""
            {"type": "object",
             "properties": {
               "size": {"type": "integer", "title": "Size in GB", "minimum": 1, "default": 10},
               "backup": {"type": "boolean", "title": "Backup"},
               "keep": {"type": "integer", "title": "Keep for days", "minimum": 7},
               "hosts": {"type": "array", "items": {"type": "string", "format": "hostname"}},
               "password": {"type": "string", "title": "Password", "minLength": 12, "x-secret": true}},
             "required": ["size", "password"],
             "if": {"properties": {"backup": {"const": true}}, "required": ["backup"]},
             "then": {"required": ["keep"]}}""",
            new Field("size", "", List.of(), "", true), new Field("backup", "", List.of(), "", true),
            new Field("keep", "", List.of(), "14", false), new Field("hosts", "", List.of(), "", true),
            new Field("password", "", List.of(), "", true), new Field("note", "What for.", List.of(), "", true));
    private static final String KEPT = "tiphys-input-0123456789abcdef01234567";

    private static ItemAction action(String schema, Field... fields) {
        return new ItemAction("create", "Create", "", "db-create", List.of(fields), List.of(), "",
                new FormOfSheet(schema, List.of()));
    }

    private static ActionForm form() {
        return ActionForm.of(DATABASE);
    }

    @Test
    void joinsTheTemplatesParametersWithTheSchema() {
        FieldOfForm size = form().field("size", Map.of());
        assertThat(size.label()).isEqualTo("Size in GB");
        assertThat(size.preset()).isEqualTo("10");
        assertThat(size.required()).isTrue();
        assertThat(form().field("note", Map.of()).required()).isTrue();
        assertThat(form().field("backup", Map.of()).options()).extracting(FieldOfForm.Option::title)
                .containsExactly("Yes", "No");
        assertThat(form().field("password", Map.of()).kind()).isEqualTo(FieldOfForm.Kind.SECRET);
        assertThat(form().field("hosts", Map.of()).kind()).isEqualTo(FieldOfForm.Kind.LIST);
    }

    @Test
    void whatDoesNotShowIsNotHandedOnSoThatTheTemplatesDefaultCounts() {
        Map<String, String> filled = Map.of("size", "20", "password", KEPT, "note", "x", "hosts",
                "a.example\nb.example");
        assertThat(form().complete(filled)).isEqualTo(Map.of("size", "20", "password", KEPT, "note", "x", "hosts",
                "[\"a.example\",\"b.example\"]", "backup", ""));
        assertThat(form().shown(Map.of("keep", "3", "note", "x"))).isEqualTo(Map.of("note", "x"));
        assertThat(form().visible(Map.of("backup", "true"))).contains("keep");
        assertThat(form().complete(Map.of("backup", "true"))).containsEntry("keep", "14");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        assertThat(form().problems(Map.of("size", "0", "backup", "true", "keep", "1", "privileged", "yes"))).isEqualTo(
                Map.of("size", "This has to be 1 or more.", "keep", "This has to be 7 or more.", "password",
                        "Fill in Password.", "note", "Fill in note.", "privileged",
                        "The form has no field of this name. Open it anew, it may have changed."));
    }

    @Test
    void judgesASecretBeforeItIsKeptAndTakesNothingElseAfterwards() {
        Map<String, String> clear = Map.of("password", "short {{x}}", "note", "x");
        assertThat(form().problemsBeforeKeeping(clear)).containsOnlyKeys("password");
        Map<String, String> good = Map.of("password", "long enough {{x}}", "note", "x");
        assertThat(form().problemsBeforeKeeping(good)).isEmpty();
        assertThat(form().problems(good)).containsOnlyKeys("password");
        assertThat(form().problems(Map.of("password", KEPT, "note", "x"))).isEmpty();
    }

    @Test
    void aBrokenSchemaLetsNothingThrough() {
        ItemAction broken = action("{\"properties\": {\"size\": {\"pattern\": \"(\"}}}",
                new Field("size", "", List.of(), "1", false));
        assertThat(ActionForm.of(broken).problems(Map.of("size", "1")).get("")).contains("form is broken");
    }

    @Test
    void valuesAreData() {
        assertThat(form().problems(Map.of("note", "{{workflow.name}}", "password", KEPT))).containsOnlyKeys("note");
    }
}
