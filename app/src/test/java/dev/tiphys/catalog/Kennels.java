package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.hub.Hub.LabelledValues;
import dev.tiphys.argo.workflows.WorkflowTemplates.Template;

/// A kennel in two versions, whose provider says everything that can be said about the life of an instance, and the
/// walks that need one.
final class Kennels {

    private static final String SHEET = """
            title: Kennel
            ttl: {preset: 30d, longest: 90d, warning: 3d}
            grace: 7d
            undo: {paint: paint}
            secrets: [key]
            read: {every: 10m}
            """;

    private Kennels() {
    }

    static List<Item> items() {
        List<Template> templates = new ArrayList<>();
        for (String version : List.of("1", "2")) {
            Map<String, String> labels = Map.of("tiphys.dev/item", "kennel", "tiphys.dev/item-version", version);
            templates.add(template("kennel", version, "create", labels, parameter("size", "small")));
            templates.add(template("kennel", version, "paint", labels, parameter("colour", null)));
            templates.add(template("kennel", version, "read", labels, ""));
            templates.add(template("kennel", version, "discover", labels, ""));
            templates.add(template("kennel", version, "delete", labels, ""));
        }
        Map<String, String> second = Map.of("tiphys.dev/item", "kennel", "tiphys.dev/item-version", "2");
        templates.add(template("kennel", "2", "update", second,
                parameter("size", "small") + "," + parameter("roof", null)));
        Map<String, String> walk = Map.of("tiphys.dev/item", "walk", "tiphys.dev/item-version", "1");
        templates.add(template("walk", "1", "create", walk, parameter("kennel", null)));
        templates.add(template("walk", "1", "delete", walk, ""));
        return TemplateReader.read(Pets.STORE, templates, new Sheets("pet-store", List.of(sheet("kennel", "1",
                SHEET + "upgrade: {by: 2020-01-01, reason: The roof leaks.}"), sheet("kennel", "2", SHEET),
                sheet("walk", "1", """
                        protected: true
                        forms:
                          create:
                            schema: {type: object, properties: {kennel: {type: string, x-options:
                              {instances: pet-store/kennel}}}}
                        """))))
                .items();
    }

    static CatalogSnapshot catalog() {
        return new CatalogSnapshot(Stream.concat(items().stream(), Stream.of(Pets.item())).toList(), List.of(),
                Map.of(), true, null);
    }

    private static LabelledValues sheet(String item, String version, String yaml) {
        return new LabelledValues(item + version, Map.of("tiphys.dev/item", item, "tiphys.dev/item-version", version),
                Map.of("item.yaml", yaml));
    }

    private static String parameter(String name, @Nullable String preset) {
        return "{\"name\": \"" + name + "\"" + (preset == null ? "" : ", \"value\": \"" + preset + "\"") + "}";
    }

    private static Template template(String item, String version, String action, Map<String, String> labels,
            String parameters) {
        Template like = Pets.template(action, parameters, labels);
        return new Template(like.namespace(), item + "-" + action + "-" + version, like.labels(), Map.of(), "main",
                Map.of(), like.manifest());
    }
}
