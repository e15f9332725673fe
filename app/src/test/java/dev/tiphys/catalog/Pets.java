package dev.tiphys.catalog;

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
}
