package dev.tiphys.catalog;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tiphys.argo.workflows.WorkflowTemplates.Template;

/// The pet store's templates, as the Argo Server gives them.
final class Pets {

    static final Provider STORE = new Provider("pet-store", "pet-store", Set.of("pet-store-providers"),
            "pet-store-runner", "#ask-pets");

    static final Sheets NO_SHEETS = new Sheets("pet-store", List.of());

    private Pets() {
    }

    static Template template(String action, String parameters, Map<String, String> labels) {
        Map<String, String> all = new HashMap<>(Map.of("tiphys.dev/item", "pet", "tiphys.dev/action", action,
                "tiphys.dev/lifecycle", "published", "tiphys.dev/item-version", "1.3"));
        all.putAll(labels);
        return new Template("pet-store", "pet-" + action, all,
                action.equals("create")
                        ? Map.of("tiphys.dev/title", "Virtual pet", "tiphys.dev/columns", "species=Species, meal")
                        : Map.of(),
                "main", Map.of(),
                "{\"spec\": {\"arguments\": {\"parameters\": [" + parameters + "]}}}");
    }

    static List<Template> templates() {
        return List.of(template("delete", "", Map.of()), template("feed", "{\"name\": \"meal\"}", Map.of()),
                template("create", """
                        {"name": "instance-name"},
                        {"name": "species", "enum": ["Dog", "Fish"], "value": "Dog", "description": "What it is."},
                        {"name": "colour", "default": ""}""", Map.of()));
    }

    static Item item() {
        return TemplateReader.read(STORE, templates(), NO_SHEETS).items().getFirst();
    }

    /// The pet with a sheet.
    static Item item(String sheet) {
        return item(sheet, "1.3", "published", "");
    }

    /// @param meal what the parameter `meal` has beside its name, such as `, "enum": ["kibble"]`
    static Item item(String sheet, String version, String lifecycle, String meal) {
        Map<String, String> labels = Map.of("tiphys.dev/item-version", version, "tiphys.dev/lifecycle", lifecycle);
        Template create = template("create", """
                {"name": "instance-name"}, {"name": "species", "enum": ["Dog", "Fish"], "value": "Dog"},
                {"name": "colour", "default": ""}""", labels);
        Map<String, String> annotations = new HashMap<>(create.annotations());
        annotations.put("tiphys.dev/item-definition", sheet);
        return TemplateReader.read(STORE, List.of(new Template(create.namespace(), create.name(), create.labels(),
                annotations, create.entrypoint(), create.parameters(), create.manifest()),
                template("delete", "", labels), template("feed", "{\"name\": \"meal\"" + meal + "}", labels),
                template("update", "{\"name\": \"colour\"}", labels)), NO_SHEETS).items().getFirst();
    }

    /// Offers these alone, once the portal has tried to read its providers itself.
    static void offer(Catalog catalog, Item... items) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !catalog.snapshot().equals(CatalogSnapshot.NOTHING));
        catalog.publish(new CatalogSnapshot(List.of(items), List.of(), Map.of("databases", "away"), true, null));
    }
}
