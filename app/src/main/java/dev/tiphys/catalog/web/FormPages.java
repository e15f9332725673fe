package dev.tiphys.catalog.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.ActionForm;
import dev.tiphys.catalog.FieldOfForm;
import dev.tiphys.catalog.FormFields;
import dev.tiphys.catalog.Instance;
import dev.tiphys.catalog.Item;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.catalog.Lifespan;
import dev.tiphys.catalog.form.FormValues;
import dev.tiphys.catalog.sheet.ItemSheet.Lifetime;
import dev.tiphys.catalog.sheet.ItemSheet.Section;
import dev.tiphys.catalog.web.FormPage.Confirm;
import dev.tiphys.catalog.web.FormPage.FieldView;
import dev.tiphys.catalog.web.FormPage.InputView;
import dev.tiphys.catalog.web.FormPage.Ordering;
import dev.tiphys.catalog.web.FormPage.Part;
import dev.tiphys.identity.Person;

/// Makes the forms of orders and actions, with what was filled in and what is wrong with it.
///
/// @param filled by the name of the field in the form
/// @param problems by the same names
/// @param live what can be chosen at the moment, by parameter
record FormPages(Map<String, String> filled, Map<String, String> problems, Map<String, List<String>> live) {

    FormPages(Map<String, String> filled, Map<String, String> problems) {
        this(filled, problems, Map.of());
    }

    FormPage order(Item item, Person person) {
        List<String> teams = person.teams().stream().sorted().toList();
        FieldView name = view(FormFields.NAME, "Name", nameHint(item), List.of(), "", true);
        FieldView team = view(FormFields.TEAM, "Owner", "The team that may see it and act on it.", teams,
                teams.size() == 1 ? teams.getFirst() : "", true);
        ItemAction create = item.findAction(Item.CREATE).orElseThrow();
        String path = Links.item(item);
        List<Part> parts = parts(create, Map.of());
        return new FormPage("New " + item.title(), item.title(), path, item.description(), path + "/orders", path,
                "Order", false, path + "/review", path + "/new", changes(create), new Ordering(name, team, span(item)),
                parts,
                null, whole(parts));
    }

    // How long it is wanted, where its provider gives it an end.
    private List<FieldView> span(Item item) {
        Lifetime ttl = item.sheet().ttl();
        return ttl == null
                ? List.of()
                : List.of(view(FormFields.KEEP_FOR, "Keep it for", "Then it is deleted, unless somebody extends it.",
                        Lifespan.choices(ttl), Lifespan.text(ttl.preset()), true));
    }

    /// The form that deletes, with what has to be known before.
    ///
    /// @param dependents what uses it, in a sentence; empty for nothing
    /// @param grace how long it can be taken back; empty when it cannot be
    FormPage deletion(Instance instance, ItemAction action, String itemTitle, String dependents, String grace) {
        FormPage form = action(instance, action, itemTitle);
        FieldView name = view(FormFields.CONFIRM, "Type " + instance.name() + " to delete it",
                grace.isEmpty() ? "Nobody can bring it back." : "It can be restored for " + grace + ".", List.of(), "",
                true);
        List<FieldView> more = dependents.isEmpty()
                ? List.of()
                : List.of(view(FormFields.DESPITE, "Delete it although others use it", dependents, List.of("yes"), "",
                        true));
        return new FormPage(form.title(), form.item(), form.itemHref(), form.lead(), form.post(), form.back(),
                form.button(), form.danger(), form.review(), form.redraw(), form.changes(), form.ordering(),
                form.parts(), new Confirm(instance.name(), name, more), form.problem());
    }

    /// The form of the action that takes an instance to another version.
    FormPage upgrade(Instance instance, Item target, ItemAction action) {
        String path = Links.instance(instance.id());
        List<Part> parts = parts(action, present(instance, action));
        return new FormPage("Upgrade " + instance.name() + " to " + target.version(), target.title(),
                Links.item(target), action.description(), path + "/upgrade", path, "Upgrade", false, null,
                path + "/upgrade/form", changes(action), null, parts, null, whole(parts));
    }

    /// Fields that stand beside no instance of their own; none of them has to be filled in.
    List<FieldView> shared(ItemAction action, Collection<String> names) {
        ActionForm form = ActionForm.of(action);
        return action.fields().stream().map(ItemAction.Field::name).filter(names::contains)
                .map(name -> form.field(name, Map.of()))
                .map(field -> view(FormFields.PARAMETER + field.name(), field.label(), field.hint(),
                        field.options().stream().map(FieldOfForm.Option::value).toList(), "", false))
                .toList();
    }

    private static String nameHint(Item item) {
        return item.sheet().names() == null || item.sheet().names().message().isEmpty()
                ? "How you will find it again."
                : item.sheet().names().message();
    }

    FormPage action(Instance instance, ItemAction action, String itemTitle) {
        boolean delete = action.name().equals(Item.DELETE);
        Confirm confirm = delete
                ? new Confirm(instance.name(), view(FormFields.CONFIRM, "Type " + instance.name() + " to delete it",
                        "Nobody can bring it back.", List.of(), "", true), List.of())
                : null;
        String post = Links.action(instance.id(), action.name());
        List<Part> parts = parts(action, present(instance, action));
        return new FormPage(action.title() + " " + instance.name(), itemTitle,
                Links.item(instance.provider(), instance.item()), action.description(), post,
                Links.instance(instance.id()), action.title(), delete, null, post + "/form", changes(action), null,
                parts, confirm, whole(parts));
    }

    private static boolean changes(ItemAction action) {
        return !ActionForm.of(action).deciding().isEmpty();
    }

    /// The fields of an action for many instances at once, which differ in what they are now.
    List<Part> parts(ItemAction action) {
        return parts(action, Map.of());
    }

    FieldView confirmation(String label, String hint) {
        return view(FormFields.CONFIRM, label, hint, List.of(), "", true);
    }

    // What it is now is what most people change a part of.
    private static Map<String, String> present(Instance instance, ItemAction action) {
        return action.fields().stream().filter(field -> !instance.value(field.name()).isEmpty())
                .collect(Collectors.toMap(ItemAction.Field::name, field -> instance.value(field.name())));
    }

    private List<Part> parts(ItemAction action, Map<String, String> present) {
        ActionForm form = ActionForm.of(action);
        Map<String, String> values = new LinkedHashMap<>(present);
        values.putAll(parameters(filled));
        Map<String, InputView> inputs = new LinkedHashMap<>();
        form.visible(values).forEach(name -> inputs.put(name, input(form.field(name, values).with(live.get(name)),
                values.get(name), form.deciding().contains(name))));
        List<Part> parts = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        for (Section section : action.form().sections()) {
            List<InputView> own = section.fields().stream().filter(placed::add)
                    .flatMap(name -> Stream.ofNullable(inputs.get(name))).toList();
            parts.add(new Part(section.title(), own));
        }
        parts.add(new Part("", inputs.entrySet().stream().filter(entry -> !placed.contains(entry.getKey()))
                .map(Map.Entry::getValue).toList()));
        return parts.stream().filter(part -> !part.inputs().isEmpty()).toList();
    }

    private InputView input(FieldOfForm field, @Nullable String value, boolean decides) {
        String id = FormFields.PARAMETER + field.name();
        boolean secret = field.kind() == FieldOfForm.Kind.SECRET;
        String shown = value == null ? field.preset() : value;
        FieldView view = new FieldView(id, field.label(), field.hint(),
                field.options().stream().map(FieldOfForm.Option::value).toList(),
                secret ? "" : field.kind() == FieldOfForm.Kind.LIST ? lines(shown) : shown, field.required(),
                problems.getOrDefault(id, ""));
        return new InputView(view, field.kind().name().toLowerCase(Locale.ROOT), field.type(), field.options(),
                decides);
    }

    private static String lines(String list) {
        return list.startsWith("[") ? String.join("\n", FormValues.items(list)) : list;
    }

    private FieldView view(String id, String label, String hint, List<String> options, String preset,
            boolean required) {
        return new FieldView(id, label, hint, options, filled.getOrDefault(id, preset), required,
                problems.getOrDefault(id, ""));
    }

    // What is wrong with a field that the form does not show would be seen nowhere else.
    String whole(List<Part> parts) {
        Set<String> shown = new HashSet<>(List.of(FormFields.NAME, FormFields.TEAM, FormFields.CONFIRM,
                FormFields.DESPITE, FormFields.KEEP_FOR));
        parts.forEach(part -> part.inputs().forEach(input -> shown.add(input.field().id())));
        return problems.entrySet().stream().filter(problem -> !shown.contains(problem.getKey()))
                .map(Map.Entry::getValue).distinct().reduce("", (one, other) -> (one + " " + other).strip());
    }

    /// The parameters of the provider's among what was filled in.
    static Map<String, String> parameters(Map<String, String> filled) {
        return filled.entrySet().stream().filter(one -> one.getKey().startsWith(FormFields.PARAMETER))
                .collect(Collectors.toMap(
                        one -> one.getKey().substring(FormFields.PARAMETER.length()), Map.Entry::getValue));
    }

    /// The same without what the form does not show any more.
    static Map<String, String> parameters(ItemAction action, Map<String, String> filled) {
        return ActionForm.of(action).shown(parameters(filled));
    }
}
