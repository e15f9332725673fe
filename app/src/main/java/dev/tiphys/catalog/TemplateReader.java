package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.workflows.WorkflowTemplates.Template;
import dev.tiphys.catalog.Item.Column;
import dev.tiphys.catalog.Item.Lifecycle;
import dev.tiphys.catalog.ItemAction.Field;
import dev.tiphys.catalog.sheet.ItemSheet;

/// Makes items of the labelled templates of one provider, and says what is wrong with those that are none.
final class TemplateReader {

    static final String ITEM = "tiphys.dev/item";
    private static final String ACTION = "tiphys.dev/action";
    private static final String LIFECYCLE = "tiphys.dev/lifecycle";
    private static final String VERSION = "tiphys.dev/item-version";
    private static final String SHEET = "item-definition";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final int MOST_FIELDS = 50;

    private final Provider provider;
    private final Sheets sheets;
    private final List<Item> items = new ArrayList<>();
    private final List<RefusedTemplate> refused = new ArrayList<>();

    private TemplateReader(Provider provider, Sheets sheets) {
        this.provider = provider;
        this.sheets = sheets;
    }

    /// What a provider's templates give.
    record Reading(List<Item> items, List<RefusedTemplate> refused) {}

    static Reading read(Provider provider, List<Template> templates, Sheets sheets) {
        TemplateReader reader = new TemplateReader(provider, sheets);
        Map<String, Map<String, Template>> byItem = new TreeMap<>();
        templates.stream().filter(template -> template.labels().containsKey(ITEM)).forEach(template -> {
            String problem = problem(template);
            String action = label(template, ACTION);
            Map<String, Template> actions = byItem.computeIfAbsent(
                    label(template, ITEM) + "\n" + label(template, VERSION), key -> new TreeMap<>());
            if (!problem.isEmpty()) {
                reader.refuse(template, problem);
            } else if (actions.putIfAbsent(action, template) != null) {
                reader.refuse(template, "There is another template for the action " + action + ".");
            }
        });
        byItem.values().stream().filter(actions -> !actions.isEmpty()).forEach(reader::add);
        reader.items.addAll(sheets.linkOnly(provider));
        reader.refused.addAll(sheets.refused());
        return new Reading(List.copyOf(reader.items), List.copyOf(reader.refused));
    }

    private void add(Map<String, Template> templates) {
        Template create = templates.get(Item.CREATE);
        Template delete = templates.get(Item.DELETE);
        if (create == null || delete == null) {
            templates.values().forEach(template -> refuse(template, "The item has no template for the action "
                    + (create == null ? Item.CREATE : Item.DELETE) + "."));
            return;
        }
        Sheets.Sheet sheet = sheets.of(label(create, ITEM), label(create, VERSION), annotation(create, SHEET, ""));
        ItemSheet said = sheet.content();
        Map<String, ItemAction> actions = new LinkedHashMap<>();
        Stream.concat(Stream.of(create),
                Stream.concat(templates.values().stream().filter(one -> !one.equals(create) && !one.equals(delete)),
                        Stream.of(delete)))
                .forEach(template -> actions.put(label(template, ACTION), action(template, said)));
        items.add(new Item(provider.name(), label(create, ITEM), label(create, VERSION),
                either(said.title(), annotation(create, "title", label(create, ITEM))),
                either(said.description(), annotation(create, "description", "")),
                sheet.isSound() ? lifecycle(create) : Lifecycle.DRAFT, columns(create, said), actions, said));
    }

    private static Lifecycle lifecycle(Template create) {
        return Lifecycle.valueOf(label(create, LIFECYCLE).toUpperCase(Locale.ROOT));
    }

    private static String either(String said, String otherwise) {
        return said.isEmpty() ? otherwise : said;
    }

    private void refuse(Template template, String why) {
        refused.add(new RefusedTemplate(template.namespace(), template.name(), label(template, ITEM), why));
    }

    private static String problem(Template template) {
        String action = label(template, ACTION);
        if (!NAME.matcher(label(template, ITEM)).matches() || !NAME.matcher(action).matches()) {
            return "The labels " + ITEM + " and " + ACTION + " are lower-case letters, digits and dashes, up to 40.";
        }
        if (Stream.of(Lifecycle.values()).noneMatch(one -> one.name().toLowerCase(Locale.ROOT)
                .equals(label(template, LIFECYCLE)))) {
            return "The label " + LIFECYCLE + " is draft, published or deprecated.";
        }
        List<JsonView> parameters = parameters(template);
        if (parameters.size() > MOST_FIELDS) {
            return "It has more than " + MOST_FIELDS + " parameters.";
        }
        return parameters.stream().anyMatch(one -> one.at("valueFrom").isPresent())
                ? "A parameter takes its value from elsewhere, so nobody can fill it in."
                : "";
    }

    private static ItemAction action(Template template, ItemSheet said) {
        String name = label(template, ACTION);
        String word = name.replace('-', ' ');
        List<JsonView> parameters = parameters(template);
        List<String> supplied = parameters.stream().map(one -> one.text("name"))
                .filter(ItemAction.BY_THE_PORTAL::contains).toList();
        List<Field> fields = parameters.stream().filter(one -> !supplied.contains(one.text("name")))
                .map(TemplateReader::field).toList();
        return new ItemAction(name, annotation(template, name.equals(Item.CREATE) ? "action-title" : "title",
                word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)),
                annotation(template, "description", ""), template.name(), fields, supplied, Contents.of(template),
                said.forms().getOrDefault(name, ItemAction.PLAIN));
    }

    private static Field field(JsonView parameter) {
        boolean preset = parameter.at("value").isPresent() || parameter.at("default").isPresent();
        String value = parameter.text("value").isEmpty() ? parameter.text("default") : parameter.text("value");
        return new Field(parameter.text("name"), parameter.text("description"), parameter.texts("enum"), value,
                !preset);
    }

    private static List<JsonView> parameters(Template template) {
        return JsonView.parse(template.manifest()).items("spec", "arguments", "parameters").toList();
    }

    private static List<Column> columns(Template template, ItemSheet said) {
        if (!said.columns().isEmpty()) {
            return said.columns().stream().map(column -> new Column(column.value(), column.title())).toList();
        }
        return Stream.of(annotation(template, "columns", "").split(",", -1)).map(String::strip)
                .filter(column -> !column.isEmpty()).limit(6).map(column -> {
                    int equals = column.indexOf('=');
                    return equals < 0
                            ? new Column(column, column)
                            : new Column(column.substring(0, equals).strip(), column.substring(equals + 1).strip());
                }).toList();
    }

    // The lifecycle of a template that says none is that of a draft.
    private static String label(Template template, String name) {
        return template.labels().getOrDefault(name, name.equals(LIFECYCLE) ? "draft" : "");
    }

    private static String annotation(Template template, String name, String otherwise) {
        String text = template.annotations().getOrDefault("tiphys.dev/" + name, "").strip();
        return text.isEmpty() ? otherwise : text;
    }
}
