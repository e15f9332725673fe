package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tiphys.catalog.ItemAction.Field;

class FormCheckTest {

    private static final ItemAction FIELDS = new ItemAction("create", "Create", "", "pet-create", List.of(
            new Field("species", "", List.of("Dog", "Fish"), "Dog", false),
            new Field("meal", "", List.of(), "", true)), List.of(), "", ItemAction.PLAIN);

    @Test
    void takesWhatIsPresetForWhatIsNotFilledIn() {
        assertThat(FormCheck.problems(FIELDS, Map.of("meal", " carrot "))).isEmpty();
        assertThat(FormCheck.complete(FIELDS, Map.of("meal", " carrot ")))
                .isEqualTo(Map.of("species", "Dog", "meal", "carrot"));
    }

    @Test
    void asksForWhatIsMissingAndForOneOfTheOptions() {
        assertThat(FormCheck.problems(FIELDS, Map.of("species", "Dragon", "meal", "")))
                .containsEntry("species", "Choose one of Dog, Fish.").containsEntry("meal", "Fill in meal.");
    }

    @Test
    void refusesFieldsThatTheFormDoesNotHave() {
        assertThat(FormCheck.problems(FIELDS, Map.of("meal", "a", "privileged", "true")))
                .containsOnlyKeys("privileged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{workflow.parameters.x}}", "a{{=1+1}}", "bell\u0007", "nul\u0000"})
    void refusesWhatArgoWouldReplaceAndWhatNobodyCanSee(String value) {
        assertThat(FormCheck.problems(FIELDS, Map.of("meal", value))).containsOnlyKeys("meal");
    }

    @Test
    void limitsTheLength() {
        assertThat(FormCheck.problems(FIELDS, Map.of("meal", "x".repeat(1_001))).get("meal")).contains("1001", "1000");
        assertThat(FormCheck.problems(FIELDS, Map.of("meal", "x".repeat(1_000)))).isEmpty();
    }

    @Test
    void namesAreShortAndPlain() {
        assertThat(List.of("Bark Twain", "orders-db", "Ümit", "x")).allMatch(name -> FormCheck.name(name).isEmpty());
        assertThat(List.of("", " x", "a/b", "<b>", "{{x}}", "x".repeat(64)))
                .noneMatch(name -> FormCheck.name(name).isEmpty());
    }
}
