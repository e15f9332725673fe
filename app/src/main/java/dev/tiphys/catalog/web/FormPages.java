package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.tiphys.catalog.FormFields;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.ItemAction.Field;
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
                fields(create, Map.of()), null, whole());
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

    /// The fields of an action for many instances at once, which differ in what they are now.
    List<FieldView> fields(ItemAction action) {
        return fields(action, Map.of());
    }

    FieldView confirmation(String label, String hint) {
        return view(FormFields.CONFIRM, label, hint, List.of(), "", true);
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
    String whole() {
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
