package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tiphys.catalog.FormFields;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.ItemAction.Field;
import dev.tiphys.catalog.Lifespan;
import dev.tiphys.catalog.sheet.ItemSheet.Lifetime;
import dev.tiphys.catalog.web.FormPage.Confirm;
import dev.tiphys.catalog.web.FormPage.FieldView;
import dev.tiphys.catalog.web.FormPage.Ordering;
import dev.tiphys.identity.Person;

/// Makes the forms of orders and actions, with what was filled in and what is wrong with it.
///
/// @param filled by the name of the field in the form
/// @param problems by the same names
record FormPages(Map<String, String> filled, Map<String, String> problems) {

    FormPage order(Item item, Person person) {
        List<String> teams = person.teams().stream().sorted().toList();
        FieldView name = view(FormFields.NAME, "Name", "How you will find it again.", List.of(), "", true);
        FieldView team = view(FormFields.TEAM, "Owner", "The team that may see it and act on it.", teams,
                teams.size() == 1 ? teams.getFirst() : "", true);
        ItemAction create = item.findAction(Item.CREATE).orElseThrow();
        return new FormPage("New " + item.title(), item.title(), Links.item(item), item.description(),
                Links.item(item) + "/orders", Links.item(item), "Order", false, new Ordering(name, team),
                withSpan(fields(create, Map.of()), item), null, whole());
    }

    // How long it is wanted, where its provider gives it an end.
    private List<FieldView> withSpan(List<FieldView> fields, Item item) {
        Lifetime ttl = item.sheet().ttl();
        return ttl == null
                ? fields
                : with(fields, view(FormFields.KEEP_FOR, "Keep it for", "Then it is deleted, unless somebody extends it.",
                        Lifespan.choices(ttl), Lifespan.text(ttl.preset()), true));
    }

    private static List<FieldView> with(List<FieldView> fields, FieldView more) {
        return Stream.concat(fields.stream(), Stream.of(more)).toList();
    }

    /// The same form, and what has to be known before something is deleted that others use.
    ///
    /// @param dependents in a sentence; empty for nothing
    FormPage deletion(Instance instance, ItemAction action, String itemTitle, String dependents, String grace) {
        FormPage form = action(instance, action, itemTitle);
        List<FieldView> fields = dependents.isEmpty()
                ? form.fields()
                : with(form.fields(), view(FormFields.DESPITE, "Delete it although others use it", dependents,
                        List.of("yes"), "", true));
        Confirm confirm = new Confirm(instance.name(), view(FormFields.CONFIRM,
                "Type " + instance.name() + " to delete it",
                grace.isEmpty() ? "Nobody can bring it back." : "It can be restored for " + grace + ".", List.of(), "",
                true));
        return new FormPage(form.title(), form.item(), form.itemHref(), form.lead(), form.post(), form.back(),
                form.button(), form.danger(), form.ordering(), fields, confirm, form.problem());
    }

    /// The form of the action that takes an instance to another version.
    FormPage upgrade(Instance instance, Item target, ItemAction action) {
        return new FormPage("Upgrade " + instance.name() + " to " + target.version(), target.title(),
                Links.item(target), action.description(), Links.instance(instance.id()) + "/upgrade",
                Links.instance(instance.id()), "Upgrade", false, null, fields(action, present(instance, action)), null,
                whole());
    }

    /// Fields that stand beside no instance of their own; none of them has to be filled in.
    List<FieldView> shared(List<Field> fields) {
        return fields.stream().map(field -> view(FormFields.PARAMETER + field.name(), label(field.name()),
                field.description(), field.options(), "", false)).toList();
    }

    FormPage action(Instance instance, ItemAction action, String itemTitle) {
        boolean delete = action.name().equals(Item.DELETE);
        Confirm confirm = delete
                ? new Confirm(instance.name(), view(FormFields.CONFIRM, "Type " + instance.name() + " to delete it",
                        "Nobody can bring it back.", List.of(), "", true))
                : null;
        return new FormPage(action.title() + " " + instance.name(), itemTitle,
                Links.item(instance.provider(), instance.item()), action.description(),
                Links.action(instance.id(), action.name()), Links.instance(instance.id()), action.title(), delete,
                null, fields(action, present(instance, action)), confirm, whole());
    }

    // What it is now is what most people change a part of.
    private static Map<String, String> present(Instance instance, ItemAction action) {
        return action.fields().stream().filter(field -> !instance.value(field.name()).isEmpty())
                .collect(Collectors.toMap(Field::name, field -> instance.value(field.name())));
    }

    private List<FieldView> fields(ItemAction action, Map<String, String> present) {
        return action.fields().stream().map(field -> view(FormFields.PARAMETER + field.name(), label(field.name()),
                field.description(), field.options(), present.getOrDefault(field.name(), field.preset()),
                field.required())).toList();
    }

    private FieldView view(String id, String label, String hint, List<String> options, String preset,
            boolean required) {
        return new FieldView(id, label, hint, options, filled.getOrDefault(id, preset), required,
                problems.getOrDefault(id, ""));
    }

    private static String label(String name) {
        String words = name.replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    // What is wrong with a field that the form does not show any more would be seen nowhere else.
    private String whole() {
        return problems.entrySet().stream()
                .filter(problem -> problem.getKey().isEmpty() || (problem.getKey().startsWith(FormFields.PARAMETER)
                        && problem.getValue().startsWith("The form has no field")))
                .map(Map.Entry::getValue).distinct().reduce("", (one, other) -> (one + " " + other).strip());
    }

    /// The parameters of the provider's among what was filled in.
    static Map<String, String> parameters(Map<String, String> filled) {
        return filled.entrySet().stream().filter(one -> one.getKey().startsWith(FormFields.PARAMETER))
                .collect(Collectors.toMap(
                        one -> one.getKey().substring(FormFields.PARAMETER.length()), Map.Entry::getValue));
    }
}
