package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.tiphys.catalog.ContractFinding.Level;
import dev.tiphys.catalog.ItemAction.Field;
import dev.tiphys.catalog.form.FormSchema;
import dev.tiphys.catalog.form.FormValues;
import dev.tiphys.catalog.sheet.ItemSheet;

/// Where the sheet of an item and its templates disagree.
final class ItemContract {

    private static final Set<String> SOURCES = Set.of("instances", "clusters", "environments", "teams", "url");

    private final Item item;
    private final Set<String> outputs;
    private final List<ContractFinding> findings = new ArrayList<>();

    private ItemContract(Item item, Set<String> outputs) {
        this.item = item;
        this.outputs = outputs;
    }

    /// @param outputs those with a `globalName` of all its templates
    static List<ContractFinding> check(Item item, Set<String> outputs) {
        ItemContract contract = new ItemContract(item, outputs);
        if (!item.actions().isEmpty()) {
            item.actions().values().forEach(contract::form);
            contract.values();
            item.findAction(Item.CREATE).ifPresent(contract::presets);
            contract.actions();
            contract.people();
        }
        return List.copyOf(contract.findings);
    }

    private void form(ItemAction action) {
        String place = "item.yaml, forms." + action.name();
        FormSchema schema = FormSchema.of(action.form().schema());
        Map<String, Field> fields = action.fields().stream()
                .collect(Collectors.toMap(Field::name, field -> field, (one, other) -> one, LinkedHashMap::new));
        schema.names().stream().filter(name -> !fields.containsKey(name))
                .forEach(name -> error(place, action.supplied().contains(name)
                        ? "The schema speaks of " + name + ", which the portal fills in."
                        : "The schema speaks of " + name + ", and the template " + action.template()
                                + " has no such parameter.",
                        "Add the parameter to the template's arguments, or take it out of the schema."));
        Set<String> placed = new HashSet<>();
        action.form().sections().forEach(section -> section.fields().forEach(name -> {
            if (!fields.containsKey(name)) {
                error(place, "The section " + section.title() + " lists " + name + ", which is no parameter of "
                        + action.template() + ".", "Take it out, or add the parameter.");
            } else if (!placed.add(name)) {
                error(place, name + " stands in two sections.", "Leave it in one.");
            }
        }));
        fields.values().stream().filter(field -> schema.names().contains(field.name()))
                .forEach(field -> field(place, field, schema.property(field.name(), Map.of())));
        presetOfTemplate(place, action, fields.values());
    }

    private void field(String place, Field field, JsonNode property) {
        List<String> offered = property.path("enum").valueStream().map(FormValues::text).toList();
        List<String> refused = offered.stream().filter(value -> !field.options().contains(value)).toList();
        if (!field.options().isEmpty() && !refused.isEmpty()) {
            error(place, "The schema offers " + String.join(", ", refused) + " for " + field.name()
                    + ", which the template's enum does not have.", "Make both lists the same.");
        }
        JsonNode live = property.path("x-options");
        if (live.isObject() && SOURCES.stream().noneMatch(live::has)) {
            error(place, "x-options of " + field.name() + " names no source.",
                    "Write instances, clusters, environments, teams or url.");
        }
        if (property.path("x-secret").asBoolean(false) && !field.preset().isEmpty()) {
            error(place, "The secret " + field.name() + " has a value in the template, where everybody can read it.",
                    "Leave the parameter without a value.");
        }
    }

    private void presetOfTemplate(String place, ItemAction action, Collection<Field> fields) {
        Map<String, String> problems = ActionForm.of(action).problemsBeforeKeeping(Map.of());
        fields.stream().filter(field -> !field.preset().isEmpty() && problems.containsKey(field.name()))
                .forEach(field -> error(place, "What " + action.template() + " presets for " + field.name()
                        + " is refused by the schema: " + problems.get(field.name()), "Make them agree."));
    }

    private void presets(ItemAction create) {
        item.sheet().presets().forEach(preset -> {
            Map<String, String> problems = ActionForm.of(create).problemsBeforeKeeping(preset.values());
            preset.values().keySet().stream().filter(problems::containsKey).sorted()
                    .forEach(name -> error("item.yaml, presets", "The preset " + preset.name() + " gives " + name
                            + " a value that the form refuses: " + problems.get(name), "Mend the value or the form."));
        });
    }

    private void values() {
        ItemSheet sheet = item.sheet();
        Set<String> inputs = item.actions().values().stream().flatMap(action -> action.fields().stream())
                .map(Field::name).collect(Collectors.toSet());
        item.columns().stream().map(Item.Column::value)
                .filter(value -> !outputs.contains(value) && !inputs.contains(value))
                .forEach(
                        value -> error("columns", "The column " + value + " is no output and no input of any template.",
                                "Give an output globalName: " + value + ", or take the column out."));
        sheet.secrets().stream().filter(name -> !outputs.contains(name))
                .forEach(name -> error("item.yaml, secrets", "No template has an output " + name + ".",
                        "Give an output globalName: " + name + "."));
        Set<String> ordered = item.findAction(Item.CREATE).stream()
                .flatMap(create -> create.fields().stream()).map(Field::name).collect(Collectors.toSet());
        if (!sheet.environment().isEmpty() && !ordered.contains(sheet.environment())) {
            error("item.yaml, environment", "No field of the order is called " + sheet.environment() + ".",
                    "Name the parameter that says the environment.");
        }
        if (sheet.price() != null && !sheet.price().field().isEmpty() && !ordered.contains(sheet.price().field())) {
            error("item.yaml, price.by", "No field of the order is called " + sheet.price().field() + ".",
                    "Name the parameter on which the price depends.");
        }
    }

    private void actions() {
        ItemSheet sheet = item.sheet();
        Map<String, Collection<String>> named = new LinkedHashMap<>();
        named.put("forms", sheet.forms().keySet());
        named.put("approval.actions", sheet.approval().actions());
        named.put("undo", Stream.concat(sheet.undo().keySet().stream(), sheet.undo().values().stream()).toList());
        named.put("windows", sheet.windows().stream().flatMap(window -> window.actions().stream()).toList());
        named.put("read", sheet.readEvery().isZero() ? List.of() : List.of("read"));
        named.forEach((place, names) -> names.stream().distinct().sorted()
                .filter(name -> !item.actions().containsKey(name))
                .forEach(name -> error("item.yaml, " + place, "There is no template for the action " + name + ".",
                        "Label one with tiphys.dev/action: " + name + ", or take it out.")));
        if (sheet.isLinkOnly()) {
            findings.add(new ContractFinding(Level.WARNING, item.name(), "item.yaml, link",
                    "It has templates and a link to a tool that is not automated.", "Take one of them away."));
        }
    }

    private void people() {
        ItemSheet sheet = item.sheet();
        if (item.lifecycle() == Item.Lifecycle.PUBLISHED && item.description().isEmpty()) {
            warn("It is published without a description.", "Say in a sentence or two what people get.");
        }
        if (item.lifecycle() == Item.Lifecycle.DEPRECATED && sheet.successor().isEmpty()) {
            warn("It is deprecated without a successor.", "Write successor: provider/item, if there is one.");
        }
    }

    private void warn(String what, String remedy) {
        findings.add(new ContractFinding(Level.WARNING, item.name(), "item.yaml", what, remedy));
    }

    private void error(String place, String what, String remedy) {
        findings.add(new ContractFinding(Level.ERROR, item.name(), place, what, remedy));
    }
}
