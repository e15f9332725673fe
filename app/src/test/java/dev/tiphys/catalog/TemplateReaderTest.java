package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.hub.Hub.LabelledValues;
import dev.tiphys.argo.workflows.WorkflowTemplates.Template;
import dev.tiphys.catalog.Item.Lifecycle;

class TemplateReaderTest {

    @Test
    void makesAnItemWithAFormForEachOfItsActions() {
        Item pet = Pets.item();

        assertThat(pet.title()).isEqualTo("Virtual pet");
        assertThat(pet.version()).isEqualTo("1.3");
        assertThat(pet.actions().keySet()).containsExactly("create", "feed", "delete");
        assertThat(pet.columns()).containsExactly(new Item.Column("species", "Species"),
                new Item.Column("meal", "meal"));
        ItemAction create = pet.findAction("create").orElseThrow();
        assertThat(create.supplied()).containsExactly("instance-name");
        assertThat(create.fields()).containsExactly(
                new ItemAction.Field("species", "What it is.", List.of("Dog", "Fish"), "Dog", false),
                new ItemAction.Field("colour", "", List.of(), "", false));
        assertThat(pet.findAction("feed").orElseThrow().fields().getFirst().required()).isTrue();
    }

    @Test
    void isADraftUntilItSaysOtherwise() {
        List<Template> templates = List.of(unsaid("create"), unsaid("delete"));

        assertThat(TemplateReader.read(Pets.STORE, templates, Pets.NO_SHEETS).items().getFirst().lifecycle())
                .isEqualTo(Lifecycle.DRAFT);
    }

    private static Template unsaid(String action) {
        Template template = Pets.template(action, "", Map.of());
        Map<String, String> labels = new HashMap<>(template.labels());
        labels.remove("tiphys.dev/lifecycle");
        return new Template(template.namespace(), template.name(), labels, Map.of(), "main", Map.of(),
                template.manifest());
    }

    @Test
    void saysWhatIsWrongWithThoseThatAreNoItem() {
        List<Template> templates = List.of(Pets.template("create", "", Map.of("tiphys.dev/item", "lonely")),
                Pets.template("Feed Me", "", Map.of()),
                Pets.template("feed", "", Map.of("tiphys.dev/lifecycle", "soon")),
                Pets.template("rename", "{\"name\": \"a\", \"valueFrom\": {\"event\": \"x\"}}", Map.of()));

        TemplateReader.Reading reading = TemplateReader.read(Pets.STORE, templates, Pets.NO_SHEETS);

        assertThat(reading.items()).isEmpty();
        assertThat(reading.refused()).extracting(RefusedTemplate::why).anyMatch(why -> why.contains("action delete"))
                .anyMatch(why -> why.contains("lower-case")).anyMatch(why -> why.contains("draft, published"))
                .anyMatch(why -> why.contains("from elsewhere"));
    }

    @Test
    void refusesTheSecondTemplateOfAnAction() {
        List<Template> twice = List.of(Pets.templates().get(0), Pets.templates().get(0), Pets.templates().get(2));

        TemplateReader.Reading reading = TemplateReader.read(Pets.STORE, twice, Pets.NO_SHEETS);

        assertThat(reading.items()).hasSize(1);
        assertThat(reading.refused()).hasSize(1);
    }

    @Test
    void offersTheNewestPublishedVersionAndDraftsToItsOwnPeople() {
        List<Item> items = List.of(version("1.9", "published"), version("1.10", "published"),
                version("2.0", "draft"));
        CatalogSnapshot snapshot = new CatalogSnapshot(items, List.of(), Map.of(), true, null);

        assertThat(snapshot.findNewest("pet-store", "pet", false)).hasValueSatisfying(
                item -> assertThat(item.version()).isEqualTo("1.10"));
        CatalogSnapshot draft = new CatalogSnapshot(List.of(version("2.0", "draft")), List.of(), Map.of(), true, null);
        assertThat(draft.findNewest("pet-store", "pet", false)).isEmpty();
        assertThat(draft.findNewest("pet-store", "pet", true)).isPresent();
    }

    private static Item version(String version, String lifecycle) {
        Map<String, String> labels = Map.of("tiphys.dev/item-version", version, "tiphys.dev/lifecycle", lifecycle);
        return TemplateReader.read(Pets.STORE,
                List.of(Pets.template("create", "", labels), Pets.template("delete", "", labels)), Pets.NO_SHEETS)
                .items().getFirst();
    }

    @Test
    void joinsTheSheetOfTheVersionToItsTemplates() {
        Sheets sheets = new Sheets("pet-store", List.of(sheet("all", "", "title: Of all"),
                sheet("mine", "1.3", "title: Pet of 1.3\ncolumns: [{value: home, title: Home}]")));

        Item pet = TemplateReader.read(Pets.STORE, Pets.templates(), sheets).items().getFirst();

        assertThat(pet.title()).isEqualTo("Pet of 1.3");
        assertThat(pet.columns()).containsExactly(new Item.Column("home", "Home"));
        assertThat(pet.lifecycle()).isEqualTo(Lifecycle.PUBLISHED);
    }

    @Test
    void aSheetThatCannotBeReadMakesTheItemADraftSoThatNoRuleIsOverlooked() {
        Sheets sheets = new Sheets("pet-store", List.of(sheet("broken", "", "approvals: {always: true}")));

        TemplateReader.Reading reading = TemplateReader.read(Pets.STORE, Pets.templates(), sheets);

        assertThat(reading.items().getFirst().lifecycle()).isEqualTo(Lifecycle.DRAFT);
        assertThat(reading.refused()).singleElement().satisfies(one -> assertThat(one.why()).contains("approvals"));
    }

    @Test
    void listsToolsThatAreNotAutomated() {
        Sheets sheets = new Sheets("pet-store",
                List.of(sheet("vet", "", "title: Vet\nlink: https://vet.example.com\nlifecycle: published")));

        Item vet = TemplateReader.read(Pets.STORE, List.of(), sheets).items().getFirst();

        assertThat(vet.actions()).isEmpty();
        assertThat(vet.sheet().link()).isEqualTo("https://vet.example.com");
    }

    private static LabelledValues sheet(String name, String version, String yaml) {
        String item = yaml.contains("link:") ? "vet" : "pet";
        return new LabelledValues(name,
                version.isEmpty()
                        ? Map.of("tiphys.dev/item", item)
                        : Map.of("tiphys.dev/item", item, "tiphys.dev/item-version", version),
                Map.of("item.yaml", yaml));
    }
}
