package dev.tiphys.promotion.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.promotion.plan.Mechanism;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.PlanHash;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;

class PlanCompilerTest {

    @ParameterizedTest
    @ValueSource(strings = {"four-environments", "one-environment", "two-argo-cds", "way-back", "digest",
            "five-hundred-targets"})
    void theManifestShownIsTheOneSubmitted(String name) {
        CompiledPlan compiled = Plans.compiled(Plans.named(name));
        JsonNode shown = JsonMapper.shared()
                .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(compiled.yaml()));

        assertThat(shown).isEqualTo(json(compiled));
    }

    @Test
    void theWorkflowIsKnownByItsPromotionAndItsPlan() {
        Plan plan = Plans.fourEnvironments();
        JsonNode metadata = json(Plans.compiled(plan)).path("metadata");

        assertThat(metadata.path("name").stringValue()).isEqualTo("checkout-v5-0c9a7be311");
        assertThat(metadata.path("labels").path("tiphys.dev/promotion").stringValue()).isEqualTo(Plans.ID.toString());
        assertThat(metadata.path("annotations").path("tiphys.dev/plan").stringValue()).isEqualTo(PlanHash.of(plan));
    }

    @Test
    void templatesDoNotGrowWithTheFleet() {
        JsonNode few = json(Plans.compiled(Plans.targets(4))).path("spec");
        JsonNode many = json(Plans.compiled(Plans.targets(400))).path("spec");

        assertThat(many.path("templates")).isEqualTo(few.path("templates"));
        assertThat(many.path("arguments").path("parameters")).hasSameSizeAs(few.path("arguments").path("parameters"));
    }

    @Test
    void compilesTheSamePlanToTheSameTexts() {
        assertThat(Plans.compiled(Plans.twoArgoCds())).isEqualTo(Plans.compiled(Plans.twoArgoCds()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{workflow.name}}", "{{=1}}", "a{{", "}}", "line\nbreak", "tab\t"})
    void nothingFromOutsideBecomesATemplate(String text) {
        Plan plan = Plans.fourEnvironments();
        Wave dev = plan.waves().getFirst();
        Target hostile = new Target(ApplicationRef.of("shop", text + "x"), "main", "dev", "dev", "v4");

        assertRefused(new Plan(1, text, "v5", plan.mechanism(), plan.waves(), "image"));
        assertRefused(new Plan(1, "checkout", text, plan.mechanism(), plan.waves(), "image"));
        assertRefused(new Plan(1, "checkout", "v5", new Mechanism("kind", text), plan.waves(), "image"));
        assertRefused(new Plan(1, "checkout", "v5", plan.mechanism(), plan.waves(), text));
        assertRefused(new Plan(1, "checkout", "v5", plan.mechanism(),
                List.of(new Wave("dev", dev.gate(), 1, dev.soak(), List.of(hostile))), "image"));
    }

    @Test
    void anArgoCdWithoutSecretIsSaid() {
        Target stray = new Target(ApplicationRef.of("shop", "a"), "mars", "dev", "dev", "v4");
        Wave dev = Plans.fourEnvironments().waves().getFirst();

        assertThatThrownBy(() -> Plans.compiled(new Plan(1, "checkout", "v5", new Mechanism("target-revision", ""),
                List.of(new Wave("dev", dev.gate(), 1, dev.soak(), List.of(stray))), "image")))
                .hasMessage("no Secret is configured for the workflows to reach Argo CD mars");
    }

    @Test
    void workflowNamesAreSafeWhateverServiceAndVersionAreCalled() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String name = WorkflowIdentity.of(Plans.ID, text(random), text(random)).name();
            assertThat(name).matches("[a-z]([-a-z0-9]*[a-z0-9])?").hasSizeLessThanOrEqualTo(63).endsWith("0c9a7be311");
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(80), ' ', 0x17f)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static void assertRefused(Plan plan) {
        assertThatThrownBy(() -> Plans.compiled(plan)).isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonNode json(CompiledPlan compiled) {
        return JsonMapper.shared().readTree(compiled.json());
    }
}
