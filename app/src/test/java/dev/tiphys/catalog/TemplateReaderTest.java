package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

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

        assertThat(TemplateReader.read(Pets.STORE, templates).items().getFirst().lifecycle())
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

        TemplateReader.Reading reading = TemplateReader.read(Pets.STORE, templates);

        assertThat(reading.items()).isEmpty();
        assertThat(reading.refused()).extracting(RefusedTemplate::why).anyMatch(why -> why.contains("action delete"))
                .anyMatch(why -> why.contains("lower-case")).anyMatch(why -> why.contains("draft, published"))
                .anyMatch(why -> why.contains("from elsewhere"));
    }

    @Test
    void refusesTheSecondTemplateOfAnAction() {
        List<Template> twice = List.of(Pets.templates().get(0), Pets.templates().get(0), Pets.templates().get(2));

        TemplateReader.Reading reading = TemplateReader.read(Pets.STORE, twice);

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
                List.of(Pets.template("create", "", labels), Pets.template("delete", "", labels))).items().getFirst();
    }
}
