package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.hub.Hub.LabelledValues;
import dev.tiphys.argo.workflows.WorkflowTemplates.Template;

class ContractCheckTest {

    private static Template template(String action, String spec) {
        return new Template("pet-store", "pet-" + action,
                Map.of("tiphys.dev/item", "pet", "tiphys.dev/action", action, "tiphys.dev/lifecycle", "published"),
                Map.of("tiphys.dev/description", "A pet."), "main", Map.of(), "{\"spec\": " + spec + "}");
    }

    private static final Template DELETE = template("delete", """
            {"arguments": {"parameters": [{"name": "instance-name"}]},
             "templates": [{"name": "main", "container": {"image": "alpine:3.22", "command": ["true"]}}]}""");

    private static List<ContractFinding> check(String create, String sheet) {
        List<LabelledValues> maps = sheet.isEmpty()
                ? List.of()
                : List.of(
                        new LabelledValues("pet-sheet", Map.of("tiphys.dev/item", "pet"), Map.of("item.yaml", sheet)));
        return ContractCheck.check(Pets.STORE, List.of(template("create", create), DELETE),
                new Sheets("pet-store", maps));
    }

    private static String main(String body) {
        return """
                {"arguments": {"parameters": [{"name": "species", "enum": ["Dog"], "value": "Dog"}, {"name": "note"}]},
                 "templates": [{"name": "main", %s}]}""".formatted(body);
    }

    private static final String GOOD = main("""
            "script": {"image": "alpine:3.22", "command": ["sh"], "source": "echo \\"$NOTE\\"",
                       "env": [{"name": "NOTE", "value": "{{workflow.parameters.note}}"}]},
            "outputs": {"parameters": [{"name": "home", "globalName": "home", "valueFrom": {"path": "/tmp/home"}}]}""");

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(check(GOOD, """
                columns: [{value: home}, {value: species}]
                presets: [{name: Dog, values: {species: Dog}}]
                forms: {create: {schema: {properties: {note: {type: string}}}, sections: [{title: A, fields: [note]}]}}
                """)).isEmpty();
    }

    @Test
    void findsParametersInTheTextOfScriptsAndCommands() {
        assertThat(check(
                main("""
                "script": {"image": "alpine:3.22", "command": ["sh"], "source": "echo {{workflow.parameters.note}}"}"""),
                ""))
                .singleElement().satisfies(one -> {
                    assertThat(one.level()).isEqualTo(ContractFinding.Level.ERROR);
                    assertThat(one.place()).isEqualTo("pet-create, template main");
                    assertThat(one.what()).contains("source of the script", "can become a command");
                    assertThat(one.remedy()).contains("environment variable");
                });
        assertThat(check(
                main("""
                "container": {"image": "alpine:3.22", "command": ["/bin/sh", "-c"], "args": ["run {{= inputs.parameters.note }}"]}"""),
                "")).singleElement().satisfies(one -> assertThat(one.what()).contains("text of a command"));
        assertThat(check(
                main("""
                "container": {"image": "tool:1", "command": ["tool"], "args": ["--name", "{{inputs.parameters.note}}"]}"""),
                "")).isEmpty();
    }

    @Test
    void findsWhatBreaksOrLeaks() {
        assertThat(check(main("""
                "steps": [[{"name": "a", "template": "b", "when": "'{{workflow.parameters.note}}' == 'x'"},
                           {"name": "c", "template": "b", "when": "'{{workflow.parameters.species}}' == 'x'"}]]},
                {"name": "b", "container": {"image": "alpine"},
                 "outputs": {"parameters": [{"name": "p", "globalName": "db-password"}]}},
                {"name": "m", "resource": {"action": "apply",
                 "manifest": "a: {{=toJson(inputs.parameters.note)}}\\nb: {{inputs.parameters.note}}"}"""), ""))
                .extracting(ContractFinding::what).anyMatch(what -> what.contains("The condition of a holds"))
                .noneMatch(what -> what.contains("The condition of c"))
                .anyMatch(what -> what.contains("names no command"))
                .anyMatch(what -> what.contains("alpine has no tag"))
                .anyMatch(what -> what.contains("db-password looks like a secret"))
                .anyMatch(what -> what.contains("written into a manifest"));
    }

    @Test
    void findsWhereSheetAndTemplatesDisagree() {
        assertThat(check(GOOD, """
                columns: [{value: nowhere}]
                presets: [{name: Cat, values: {species: Cat, colour: red}}]
                environment: place
                price: {amount: 1, currency: EUR, by: {field: size, amounts: {small: 1}}}
                secrets: [credentials]
                undo: {rename: rename}
                read: {every: 10m}
                forms:
                  create:
                    schema:
                      properties:
                        species: {enum: [Dog, Cat]}
                        colour: {type: string}
                        note: {x-secret: true, x-options: {moon: full}}
                    sections: [{title: A, fields: [note, size]}, {title: B, fields: [note]}]
                """)).extracting(ContractFinding::what).anyMatch(what -> what.startsWith("The column nowhere"))
                .anyMatch(what -> what.startsWith("The preset Cat gives species"))
                .anyMatch(what -> what.startsWith("The preset Cat gives colour"))
                .anyMatch(what -> what.startsWith("No field of the order is called place"))
                .anyMatch(what -> what.startsWith("No field of the order is called size"))
                .anyMatch(what -> what.startsWith("No template has an output credentials"))
                .anyMatch(what -> what.startsWith("There is no template for the action rename"))
                .anyMatch(what -> what.startsWith("There is no template for the action read"))
                .anyMatch(what -> what.startsWith("The schema offers Cat for species"))
                .anyMatch(what -> what.startsWith("The schema speaks of colour"))
                .anyMatch(what -> what.startsWith("x-options of note"))
                .anyMatch(what -> what.startsWith("The section A lists size"))
                .anyMatch(what -> what.equals("note stands in two sections."));
    }

    @Test
    void findsWhatKeepsAnItemOutOfTheCatalog() {
        assertThat(ContractCheck.check(Pets.STORE, List.of(template("create", GOOD)), Pets.NO_SHEETS))
                .extracting(ContractFinding::what).contains("The item has no template for the action delete.");
        assertThat(check(GOOD, "titel: x")).anyMatch(one -> one.what().contains("titel"));
    }
}
