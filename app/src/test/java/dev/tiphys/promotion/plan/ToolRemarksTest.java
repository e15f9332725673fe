package dev.tiphys.promotion.plan;

import static dev.tiphys.promotion.plan.Remark.Level.BLOCKER;
import static dev.tiphys.promotion.plan.Remark.Level.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolRemarksTest {

    private static final FleetFixture DEMO = FleetFixture.demo();

    private static Planned plan(ToolVersions tools) {
        return new Planner("registry.example/tiphys:1").plan(new PlanRequest("checkout", "v5", List.of("dev", "stage")),
                DEMO, List.of(), tools);
    }

    private static ToolVersions tools(String workflows, String argoCd) {
        return new ToolVersions(workflows, Map.of("main", argoCd));
    }

    private static List<Remark> ofTools(Planned planned) {
        return planned.remarks().stream().filter(remark -> remark.code().startsWith("tool-")).toList();
    }

    @Test
    void saysNothingOfToolsThatOfferWhatIsNeeded() {
        assertThat(ofTools(plan(tools("v4.1.2", "v3.5.1+109ca7c")))).isEmpty();
    }

    @Test
    void aPlanThatNeedsMoreThanTheHubOffersCannotStart() {
        Planned planned = plan(tools("v3.6.2", "v3.5.1"));

        assertThat(planned.canStart()).isFalse();
        assertThat(ofTools(planned)).hasSize(2).first().satisfies(remark -> {
            assertThat(remark.level()).isEqualTo(BLOCKER);
            assertThat(remark.text()).startsWith("Argo Workflows is v3.6.2, and checkout needs 4.0.0 or newer for");
        });
    }

    @Test
    void namesTheArgoCdThatIsTooOld() {
        assertThat(ofTools(plan(tools("v4.1.2", "v2.14.0")))).singleElement()
                .satisfies(remark -> assertThat(remark.text()).startsWith("Argo CD main is v2.14.0, "));
    }

    @Test
    void aVersionThatNobodyHeardIsNotPassedOverInSilence() {
        Planned planned = plan(ToolVersions.UNHEARD);

        assertThat(planned.canStart()).isTrue();
        assertThat(ofTools(planned)).hasSize(2).allSatisfy(remark -> {
            assertThat(remark.level()).isEqualTo(NOTE);
            assertThat(remark.text()).startsWith("Nobody knows which version of ");
        });
    }

    @Test
    void whatAToolDoesLessWellIsAWarning() {
        Planned planned = plan(tools("v4.0.2", "v3.1.0"));

        assertThat(planned.canStart()).isTrue();
        assertThat(ofTools(planned)).singleElement()
                .satisfies(remark -> assertThat(remark.level()).isEqualTo(Remark.Level.WARNING));
    }

    @Test
    void theRemarksAreNoPartOfTheHash() {
        assertThat(plan(ToolVersions.UNHEARD).planHash()).isEqualTo(plan(tools("v4.1.2", "v3.5.1")).planHash());
    }

    @ParameterizedTest
    @CsvSource({"v4.0.0, MET", "4.0, MET", "v4.1.2+dirty, MET", "v10.0.0, MET", "v4.0.0-rc1, NOT_MET",
            "v3.99.9, NOT_MET",
            "latest, UNKNOWN", "'', UNKNOWN", "untagged, UNKNOWN", "v4, UNKNOWN"})
    void readsVersionsAsTheToolsTellThem(String version, ToolNeed.Verdict verdict) {
        assertThat(ToolNeed.all().getFirst().of(version)).isEqualTo(verdict);
    }
}
